// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <vector>

namespace wardroom::fuzz {

//! What parses foreign bytes, as one call: any bytes at all must neither crash it nor break what it promises.
//! libFuzzer calls it with what it finds, tests/run with the seeds of corpus/NAME and changes of them.
struct Target
{
    const char *name = nullptr;
    void (*run)(const QByteArray &bytes) = nullptr;
    qsizetype longest = 4096; //!< bytes that are tried
};

//! All targets linked into this program, by name.
const std::vector<Target> &targets();

//! Adds a target: `static const Registration registration{"envelope", run};`.
class Registration
{
public:
    Registration(const char *name, void (*run)(const QByteArray &bytes), qsizetype longest = 4096);
};

//! A promise that must hold for every input; ends the program when it does not.
void hold(bool kept, const char *promise);
//! Neither longer than \a longest nor with half a character in it: what may stand in a fact.
bool isWholeText(const QString &text, qsizetype longest);

} // namespace wardroom::fuzz
