import CommandLanguage

/// A small grammar, so that these tests do not hang on the wording of the built-in one.
enum Garden {
    static func grammar() throws -> Grammar {
        try Grammar(
            parsing: """
                #JSGF V1.0;
                grammar garden;
                public <command> = <lamp> [and {then} <lamp>] | <session>;
                <lamp> = lamp (on {led=lamp power=on} | off {led=lamp power=off} | red {led=lamp color=red})
                    | fountain (on {led=1 power=on} | red {led=1 color=red} | toggle {led=1 power=toggle})
                    | sky blue {led=77 power=on} | tea {drink=tea};
                <session> = sleep {session=sleep} | wake {session=wake};
                """, file: "garden.gram")
    }
}
