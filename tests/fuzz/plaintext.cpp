// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"

#include "fuzz/target.h"

#include <QList>
#include <algorithm>

namespace wardroom::fuzz {

namespace {

constexpr qsizetype kLongest = 100;

bool canBeSeen(char32_t code)
{
    const QChar::Category category = QChar::category(code);
    return code == U'\n' ||
           (category != QChar::Other_Control && category != QChar::Other_Format && category != QChar::Other_Surrogate &&
            category != QChar::Separator_Line && category != QChar::Separator_Paragraph);
}

void check(const QString &text)
{
    const QString shown = shownPlainly(text, kLongest);
    // A mark for a hidden character and the ellipsis may stand beyond the end, no more.
    hold(isWholeText(shown, kLongest + 12), "what is shown is bounded, without half a character");
    const QList<uint> codes = shown.toUcs4();
    hold(std::all_of(codes.begin(), codes.end(), canBeSeen), "nothing hidden stays hidden");
    if (shown.size() < kLongest)
        hold(shownPlainly(shown, kLongest) == shown, "what is plain stays as it is");
    const QString cell = csvCell(text);
    hold(cell.startsWith(u'"') && cell.endsWith(u'"') && cell.count(u'"') % 2 == 0, "a cell is closed");
    hold(cell.size() < 3 || !QStringLiteral("=+-@\t\r\n").contains(cell.at(1)), "no cell begins like a formula");
}

void run(const QByteArray &bytes)
{
    check(QString::fromUtf8(bytes));
    check(QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2));
}

const Registration registration{"plaintext", run, 1024};

} // namespace

} // namespace wardroom::fuzz
