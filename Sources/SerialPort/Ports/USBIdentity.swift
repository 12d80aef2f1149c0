/// What a USB device says about itself.
public struct USBIdentity: Hashable, Sendable {
    public let vendorID: UInt16
    public let productID: UInt16
    /// The maker's own words; `nil` if it says nothing.
    public let vendor: String?
    public let product: String?

    public init(vendorID: UInt16, productID: UInt16, vendor: String? = nil, product: String? = nil) {
        self.vendorID = vendorID
        self.productID = productID
        self.vendor = vendor
        self.product = product
    }

    /// `2341:0043`, as `lsusb` writes it.
    public var code: String { "\(Self.hex(vendorID)):\(Self.hex(productID))" }

    private static func hex(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension USBIdentity: CustomStringConvertible {
    /// `Arduino (www.arduino.cc) Uno [2341:0043]`.
    public var description: String {
        ([vendor, product].compactMap(\.self) + ["[\(code)]"]).joined(separator: " ")
    }
}
