// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/wordless.h"

#include "domain/envelope.h"
#include "domain/fact.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::chat {

bool mayBeWordless(const QByteArray &envelope)
{
    using namespace Qt::StringLiterals;
    if (envelope.size() > domain::Envelope::kLongest)
        return false;
    const QString kind = QJsonDocument::fromJson(envelope).object().value("kind"_L1).toString();
    return kind == QStringView(domain::AlertRaised::kind) || kind == QStringView(domain::AlertGrouped::kind) ||
           kind == QStringView(domain::ResponderCalled::kind);
}

} // namespace wardroom::chat
