// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/manifest.h"

#include "base/canonicaljson.h"
#include "domain/fields.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

QByteArray manifestBytes(const Manifest &manifest)
{
    return canonicalJson(FieldWriter::write(manifest)).value_or(QByteArray());
}

Result<Manifest> parseManifest(const QByteArray &bytes)
{
    const Result<QJsonObject> json = parseCanonical(bytes);
    if (!json)
        return tl::unexpected(json.error());
    Manifest manifest;
    FieldReader reader;
    if (!reader.read(*json, manifest))
        return fail(ErrorKind::invalid, u"the field \"%1\" is not what it should be"_s.arg(reader.problem()));
    if (manifestBytes(manifest) != bytes)
        return fail(ErrorKind::invalid, u"a field is missing or unknown"_s);
    return manifest;
}

QByteArray keysBytes(const WorkspaceState &workspace)
{
    QJsonArray nodes;
    for (const Node &node : workspace.nodes) {
        nodes.append(QJsonObject{{u"node"_s, node.id.text()},
                                 {u"person"_s, node.person.text()},
                                 {u"name"_s, workspace.nameOf(node.person)},
                                 {u"machine"_s, node.machine},
                                 {u"key"_s, node.key},
                                 {u"fingerprint"_s, PublicKey::fromHex(node.key).fingerprint()},
                                 {u"revoked"_s, node.revoked}});
    }
    const QJsonObject json{{u"workspace"_s, workspace.workspace.text()}, {u"nodes"_s, nodes}};
    return canonicalJson(json).value_or(QByteArray());
}

} // namespace wardroom::report
