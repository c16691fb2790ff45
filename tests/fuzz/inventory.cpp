// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "session/documents.h"

#include <QJsonDocument>

namespace wardroom::fuzz {
using namespace session;

namespace {

//! The YAML that wardroomctl takes for hosts and people, and the one for a policy.
void run(const QByteArray &bytes)
{
    const QString file = QStringLiteral("inventory.yaml");
    if (const Result<bot::Vocabulary> read = vocabularyFrom(bytes, file)) {
        for (const domain::Host &host : std::as_const(read->inventory.hosts))
            hold(!host.name.isEmpty(), "a host has a name");
        vocabularyJson(*read);
        bot::understand(QStringLiteral("what is going on with web-01?"), {}, *read);
    } else {
        hold(!read.error().message.isEmpty(), "a mistake has a sentence");
    }
    if (const Result<domain::Policy> policy = policyFrom(bytes, file, {})) {
        const QByteArray written = QJsonDocument(policyJson(*policy)).toJson();
        const Result<domain::Policy> again = policyFrom(written, file, {});
        hold(again && policyJson(*again) == policyJson(*policy), "a policy reads back as itself");
    }
}

const Registration registration{"inventory", run, 8192};

} // namespace

} // namespace wardroom::fuzz
