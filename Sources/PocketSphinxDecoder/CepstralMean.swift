internal import CPocketSphinx

/// The running mean that the decoder takes off its features, as it was after loading.
///
/// While it decodes piece by piece it learns this mean from what it hears, and starts every utterance from what the
/// last one left: good for one speaker at one microphone, wrong between unrelated recordings.
struct CepstralMean: ~Copyable {
    private let features: UnsafeMutablePointer<feat_t>
    private let estimator: UnsafeMutablePointer<cmn_t>
    private var initial: [mfcc_t]

    /// - Parameter decoder: must outlive this value.
    init(of decoder: OpaquePointer) {
        features = ps_get_feat(decoder)
        estimator = features.pointee.cmn_struct
        initial = [mfcc_t](repeating: 0, count: Int(estimator.pointee.veclen))
        cmn_live_get(estimator, &initial)
    }

    func useWholeUtterance() {
        features.pointee.cmn = CMN_BATCH
    }

    func restore() {
        var mean = initial
        cmn_live_set(estimator, &mean)
    }
}
