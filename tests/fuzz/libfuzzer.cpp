// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One program a target: libFuzzer brings main() and calls this with what it finds.
#include "fuzz/target.h"

#include <QtGlobal>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qputenv("QT_LOGGING_RULES", "*=false");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const wardroom::fuzz::Target &target : wardroom::fuzz::targets()) {
        if (qstrcmp(target.name, WARDROOM_FUZZ_TARGET) != 0)
            continue;
        target.run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
        return 0;
    }
    std::abort(); // the program was linked without its target
}
