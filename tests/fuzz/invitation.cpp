// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/invitation.h"

#include "fuzz/target.h"

namespace wardroom::fuzz {
using namespace domain;

namespace {

void run(const QByteArray &bytes)
{
    // Mutated base64 rarely decodes to anything; so the inside is tried as well.
    const QString inside =
        QStringLiteral("wardroom-invitation-1.") +
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    for (const QString &text : {QString::fromUtf8(bytes), inside}) {
        const Result<Invitation> invitation = Invitation::fromText(text);
        if (!invitation)
            continue;
        hold(!invitation->workspace.isEmpty(), "an invitation names its workspace");
        const Result<Invitation> again = Invitation::fromText(invitation->toText());
        hold(again && again->toText() == invitation->toText(), "an invitation has one spelling");
        // Mail programs break long lines, and that alone is forgiven.
        hold(invitation->toText() == text.simplified().remove(u' '), "nothing else is taken for an invitation");
    }
}

const Registration registration{"invitation", run, 4096};

} // namespace

} // namespace wardroom::fuzz
