// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "report/verify/factline.h"
#include "report/verify/linecompare.h"
#include "report/verify/manifest.h"
#include "report/verify/replay.h"
#include "report/verify/verifier.h"

#include <QMap>
#include <QTemporaryFile>

namespace wardroom::fuzz {
using namespace report;

namespace {

//! Files in memory, written as "==> NAME <==" lines with the content behind each.
class MemorySource final : public BundleSource
{
public:
    explicit MemorySource(const QByteArray &bytes)
    {
        QString name;
        for (const QByteArray &line : bytes.split('\n')) {
            if (line.startsWith("==> ") && line.endsWith(" <=="))
                name = QString::fromUtf8(line.sliced(4, line.size() - 8));
            else if (!name.isEmpty())
                m_files[name] += line + '\n';
        }
    }
    QStringList names() const override { return m_files.keys(); }
    bool contains(const QString &name) const override { return m_files.contains(name); }
    qint64 size(const QString &name) const override { return m_files.value(name).size(); }
    Result<QByteArray> read(const QString &name, qint64 offset, qint64 length) const override
    {
        return m_files.value(name).mid(offset, length);
    }

private:
    QMap<QString, QByteArray> m_files;
};

void checkVerdict(const Verification &verified)
{
    hold(!verified.toText().isEmpty() && !verified.toJson().isEmpty(), "an answer is in words");
    const bool wrong = verified.verdict == BundleVerdict::altered || verified.verdict == BundleVerdict::incomplete ||
                       verified.verdict == BundleVerdict::unreadable;
    hold(!wrong || !verified.problems.isEmpty(), "what is wrong is named");
    hold(wrong == !verified.problems.isEmpty() || verified.verdict == BundleVerdict::notTrusted,
         "whole means no problem");
}

void files(const QByteArray &bytes)
{
    const MemorySource source(bytes);
    checkVerdict(verifyBundle(source));
    checkVerdict(verifyBundle(source, QString(64, u'a')));
}

void zip(const QByteArray &bytes)
{
    QTemporaryFile file;
    hold(file.open() && file.write(bytes) == bytes.size() && file.flush(), "there is room for a file");
    const Verification verified = verifyBundle(file.fileName());
    checkVerdict(verified);
}

void manifest(const QByteArray &bytes)
{
    if (const Result<Manifest> read = parseManifest(bytes))
        hold(manifestBytes(*read) == bytes, "a manifest has one spelling");
}

void factLines(const QByteArray &bytes)
{
    for (const QByteArray &line : linesOf(bytes))
        if (const Result<FactLine> read = parseFactLine(line))
            hold(toLine(*read) == line, "a line has one spelling");
    hold(compareLines(bytes, lineHashes(bytes)).isEmpty(), "a file is the same as itself");
    compareLines(bytes, bytes);
    compareRecords(bytes, domain::RoomId(QStringLiteral("room-7")), {});
    const Result<QByteArray> state = replay(bytes);
    const QByteArray once = bytes.endsWith('\n') || bytes.isEmpty() ? bytes : bytes + '\n';
    if (state)
        hold(replay(once + once).value_or(QByteArray()) == *state, "what is doubled changes nothing");
}

const Registration ofFiles{"bundle", files, 65536};
const Registration ofZip{"zip", zip, 65536};
const Registration ofManifest{"bundlemanifest", manifest, 16384};
const Registration ofFactLines{"factlines", factLines, 65536};

} // namespace

} // namespace wardroom::fuzz
