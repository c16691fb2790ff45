// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/verifier.h"

#include "base/plaintext.h"
#include "report/verify/factcheck.h"
#include "report/verify/linecompare.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr qint64 kLongestManifest = 256LL << 20;
constexpr qint64 kLongestFacts = 2040LL << 20; // QByteArray splits lines; beyond this a bundle is split by period.

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

class Verifier
{
public:
    Verifier(const BundleSource &source, const QString &trust) : m_source(source), m_trust(trust) {}

    Verification run()
    {
        if (!m_trust.isEmpty() && Sha256::fromHex(m_trust).isNull())
            return unreadable(translate("verify", "The fingerprint to trust must be 64 hexadecimal digits."));
        if (!m_source.contains(u"manifest.json"_s) && !m_source.contains(u"manifest.sig"_s) &&
            !m_source.contains(u"facts.jsonl"_s))
            return unreadable(translate("verify", "This is no bundle: there is no manifest.json."));
        for (const QString &name : m_source.spoilt())
            wrong(name, translate("verify", "its checksum in the .zip does not fit"));
        if (!readManifest())
            return decide();
        checkFiles();
        if (checkFacts())
            checkSigner();
        else // Who signed cannot be judged; that the manifest is the signed one can.
            checkSignature(PublicKey::fromHex(m_manifest.exporterKey));
        if (m_newer && m_signedBySomebody)
            return unreadable(translate("verify", "A newer Wardroom made this bundle: verify it with that version."));
        return decide();
    }

private:
    void wrong(const QString &file, const QString &what, bool missing = false)
    {
        m_result.problems.append({file, 0, {}, what, missing});
    }

    Verification unreadable(const QString &what)
    {
        m_result.verdict = BundleVerdict::unreadable;
        m_result.problems = {{{}, 0, {}, what, false}};
        return m_result;
    }

    bool readManifest()
    {
        const Result<QByteArray> bytes = m_source.readAll(u"manifest.json"_s, kLongestManifest);
        if (!bytes) {
            wrong(u"manifest.json"_s, bytes.error().message, true);
            return false;
        }
        m_manifestBytes = *bytes;
        Result<Manifest> manifest = parseManifest(*bytes);
        if (!manifest) {
            wrong(u"manifest.json"_s,
                  translate("verify", "it is not as Wardroom writes it: %1").arg(manifest.error().message));
            return false;
        }
        m_manifest = std::move(*manifest);
        m_newer = m_manifest.schema != QStringView(kBundleSchema);
        m_result.workspace = m_manifest.workspace;
        m_result.room = m_manifest.room;
        m_result.roomName = m_manifest.roomName;
        m_result.exporter = m_manifest.exporter;
        m_result.exporterName = m_manifest.exporter.text();
        m_result.exportedAt = m_manifest.exportedAt;
        m_result.counts = m_manifest.counts;
        m_result.withheld = m_manifest.withheld;
        m_result.absent = m_manifest.absent;
        m_result.files = m_manifest.files.size();
        return true;
    }

    //! Every file that the manifest lists, with its hash, and no other.
    void checkFiles()
    {
        QSet<QString> listed{u"manifest.json"_s, u"manifest.sig"_s};
        for (const BundleFile &file : std::as_const(m_manifest.files)) {
            const QString shown = shownPlainly(file.name, 200);
            if (listed.contains(file.name))
                wrong(u"manifest.json"_s, translate("verify", "it lists %1 twice").arg(shown));
            listed.insert(file.name);
            if (!m_source.contains(file.name)) {
                wrong(shown, translate("verify", "this file is missing"), true);
                m_changed.insert(file.name);
                continue;
            }
            const Result<Sha256> hash = m_source.hash(file.name);
            if (hash && *hash == file.sha256 && m_source.size(file.name) == file.size)
                continue;
            m_changed.insert(file.name);
            wrong(shown, translate("verify", "this file was changed: its SHA-256 is not the signed one"));
        }
        for (const char16_t *needed : {u"facts.jsonl", u"facts.sha256", u"keys.json"})
            if (!listed.contains(QString::fromUtf16(needed)))
                wrong(u"manifest.json"_s, translate("verify", "it does not list %1").arg(QString::fromUtf16(needed)));
        const QStringList names = m_source.names();
        for (const QString &name : names)
            if (!listed.contains(name))
                wrong(shownPlainly(name, 200), translate("verify", "this file does not belong to the bundle"));
    }

    //! False when the facts cannot be judged further.
    bool checkFacts()
    {
        const Result<QByteArray> facts = m_source.readAll(u"facts.jsonl"_s, kLongestFacts);
        if (!facts)
            return false;
        const Result<QByteArray> hashes = m_source.readAll(u"facts.sha256"_s, kLongestFacts);
        if (m_changed.contains(u"facts.jsonl"_s)) {
            if (hashes && !m_changed.contains(u"facts.sha256"_s))
                m_result.problems += compareLines(*facts, *hashes);
            return false;
        }
        if (hashes && lineHashes(*facts) != *hashes)
            wrong(u"facts.sha256"_s, translate("verify", "it does not fit facts.jsonl"));
        QSet<Sha256> listed; // What is listed and not there was reported already.
        for (const BundleFile &file : std::as_const(m_manifest.files))
            listed.insert(file.sha256);
        m_check =
            std::make_unique<FactCheck>(m_manifest, [listed](const Sha256 &hash) { return listed.contains(hash); });
        const bool readable = m_check->run(*facts);
        m_result.problems += m_check->problems();
        m_result.restsOnWord = m_check->resting();
        m_result.anchoredLine = m_check->anchoredLine();
        if (readable)
            compareWithManifest();
        return readable;
    }

    void compareWithManifest()
    {
        if (manifestBytes(m_check->derived()) != m_manifestBytes)
            wrong(u"manifest.json"_s,
                  translate("verify", "its counts, chains, anchors or lists do not follow from the facts"));
        const Result<QByteArray> keys = m_source.readAll(u"keys.json"_s, kLongestManifest);
        if (keys && !m_changed.contains(u"keys.json"_s) && *keys != keysBytes(m_check->workspace()))
            wrong(u"keys.json"_s, translate("verify", "its keys are not those of the control room"));
        for (const BundleFile &file : std::as_const(m_manifest.files)) {
            if (!file.name.startsWith(u"attachments/"_s))
                continue;
            const Sha256 name = Sha256::fromHex(file.name.sliced(12));
            if (name.isNull() || name != file.sha256)
                wrong(shownPlainly(file.name, 200), translate("verify", "its name is not its SHA-256"));
            else if (!m_check->named().contains(name))
                wrong(shownPlainly(file.name, 200), translate("verify", "no fact names this attachment"));
        }
    }

    void checkSigner()
    {
        const WorkspaceState &workspace = m_check->workspace();
        const Node *node = workspace.node(m_manifest.exporter);
        if (!m_trust.isEmpty() && m_trust != m_manifest.workspace.text())
            m_untrusted = translate("verify", "it belongs to the workspace %1, not to the one you trust")
                              .arg(shownPlainly(m_manifest.workspace.text(), 80));
        else if (!node)
            m_untrusted = translate("verify", "it was signed by a node that the workspace does not know");
        else if (node->revoked)
            m_untrusted = translate("verify", "it was signed by a node that the workspace has revoked");
        if (node)
            m_result.exporterName = workspace.nameOf(node->person) + u", "_s + node->machine;
        const PublicKey key = PublicKey::fromHex(node ? node->key : m_manifest.exporterKey);
        if (node && node->key != m_manifest.exporterKey)
            wrong(u"manifest.json"_s, translate("verify", "the exporter's key is not that node's"));
        checkSignature(key);
    }

    void checkSignature(const PublicKey &key)
    {
        const Result<QByteArray> text = m_source.readAll(u"manifest.sig"_s, 4096);
        if (!text) {
            wrong(u"manifest.sig"_s, text.error().message, true);
            return;
        }
        const QByteArray signature = QByteArray::fromHex(text->trimmed());
        m_signedBySomebody = signature.toHex() + '\n' == *text && key.verifies(m_manifestBytes, signature);
        if (!m_signedBySomebody) {
            wrong(u"manifest.sig"_s,
                  translate(
                      "verify",
                      "the signature does not fit manifest.json: one of the two was changed, or another key signed"));
        }
    }

    Verification decide()
    {
        const auto isMissing = [](const Problem &problem) { return problem.missing; };
        if (!m_untrusted.isEmpty())
            m_result.problems.append({u"manifest.json"_s, 0, {}, m_untrusted, false});
        const qsizetype own = m_result.problems.size() - (m_untrusted.isEmpty() ? 0 : 1);
        if (own > 0)
            m_result.verdict = std::all_of(m_result.problems.begin(), m_result.problems.begin() + own, isMissing)
                                   ? BundleVerdict::incomplete
                                   : BundleVerdict::altered;
        else if (!m_untrusted.isEmpty())
            m_result.verdict = BundleVerdict::notTrusted;
        else
            m_result.verdict = m_trust.isEmpty() ? BundleVerdict::signerUnknown : BundleVerdict::intact;
        return m_result;
    }

    const BundleSource &m_source;
    QString m_trust;
    Verification m_result;
    QByteArray m_manifestBytes;
    Manifest m_manifest;
    QSet<QString> m_changed;
    std::unique_ptr<FactCheck> m_check;
    QString m_untrusted;
    bool m_newer = false;
    bool m_signedBySomebody = false;
};

} // namespace

Verification verifyBundle(const BundleSource &source, const QString &trust)
{
    QString fingerprint = trust.toLower();
    fingerprint.remove(u' ').remove(u':').remove(u'\n');
    return Verifier(source, fingerprint).run();
}

Verification verifyBundle(const QString &path, const QString &trust)
{
    const Result<std::unique_ptr<BundleSource>> source = openBundle(path);
    if (source)
        return verifyBundle(**source, trust);
    Verification result;
    result.verdict = source.error().kind == ErrorKind::corrupt ? BundleVerdict::altered : BundleVerdict::unreadable;
    result.problems.append({path.section(u'/', -1), 0, {}, source.error().message, false});
    return result;
}

} // namespace wardroom::report
