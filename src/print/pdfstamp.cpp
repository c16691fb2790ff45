// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pdfstamp.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QString>

namespace wardroom::print {
using namespace Qt::StringLiterals;

namespace {

//! Every match of \a pattern's first group gets \a text, cut or filled up with spaces to the length that was there.
void replaceAll(QByteArray &pdf, const QString &pattern, const QByteArray &text)
{
    // Latin-1 keeps every byte at its place.
    const QString latin = QString::fromLatin1(pdf);
    auto matches = QRegularExpression(pattern).globalMatch(latin);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = match.capturedLength(1);
        pdf.replace(match.capturedStart(1), length, text.left(length).leftJustified(length, ' '));
    }
}

} // namespace

QByteArray stamped(QByteArray pdf, qint64 madeAt, const QByteArray &identity)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(madeAt, Qt::UTC);
    const QByteArray info = time.toString(u"'D:'yyyyMMddhhmmss"_s).toLatin1();
    const QByteArray xmp = time.toString(u"yyyy-MM-ddThh:mm:ss"_s).toLatin1();
    // Qt writes "Z" on a machine that lives in UTC and an offset elsewhere.
    replaceAll(pdf, uR"(/CreationDate \((D:\d{14}Z)\))"_s, info + 'Z');
    replaceAll(pdf, uR"(/CreationDate \((D:\d{14}[+-][^)]*)\))"_s, info + "+00'00'");
    replaceAll(pdf, uR"re(xmp:(?:Create|Modify|Metadata)Date="([^"]{19}Z)")re"_s, xmp + 'Z');
    replaceAll(pdf, uR"re(xmp:(?:Create|Modify|Metadata)Date="([^"]{19}[+-][^"]*)")re"_s, xmp + "+00:00");
    replaceAll(pdf, uR"(/ID \[ <([0-9a-fA-F]{32})> )"_s, identity.toHex());
    replaceAll(pdf, uR"(/ID \[ <[0-9a-fA-F]{32}> <([0-9a-fA-F]{32})>)"_s, identity.toHex());
    return pdf;
}

} // namespace wardroom::print
