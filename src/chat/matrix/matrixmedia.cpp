// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixmedia.h"

#include "chat/matrix/matrixtext.h"

#include <QPointer>
#include <QRegularExpression>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHints = 5000;
constexpr int kMostOverwritten = 16;
constexpr qsizetype kMostWrong = 10'000;
constexpr int kSurelyWrong = 2; // once may be the road

QString stateType()
{
    return u"org.wardroom.media"_s;
}

Error missing()
{
    return {ErrorKind::notFound, MatrixText::tr("This attachment is not on the server."), std::nullopt};
}

} // namespace

QCoro::Task<Result<Sha256>> MatrixMediaStore::keep(QByteArray bytes)
{
    const QPointer<MatrixMediaStore> self(this);
    const Sha256 hash = Sha256::of(bytes);
    if (bytes.size() > m_largest)
        co_return fail(ErrorKind::tooLarge,
                       MatrixText::tr("The server takes no file larger than %1 MB.").arg(m_largest >> 20));
    if (bytes.isEmpty() || m_own.contains(hash.hex()))
        co_return hash;
    const Result<MatrixMedia> media = co_await m_requests.upload(bytes);
    if (!self || !media)
        co_return self ? tl::unexpected(media.error())
                       : fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    const QJsonObject place{{u"url"_s, media->uri()}, {u"size"_s, bytes.size()}};
    const Result<EntryId> said = co_await m_requests.putState(m_control, stateType(), hash.hex(), place);
    if (!self || !said)
        co_return self ? tl::unexpected(said.error())
                       : fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    m_own.insert(hash.hex(), *media);
    co_return hash;
}

QCoro::Task<Result<QByteArray>> MatrixMediaStore::fetch(MatrixMedia media, Sha256 hash, qint64 most)
{
    const QPointer<MatrixMediaStore> self(this);
    const QString place = hash.hex() + u' ' + media.uri();
    bool isWrong = m_wrong.value(place) >= kSurelyWrong;
    Result<QByteArray> bytes;
    if (!isWrong) {
        bytes = co_await m_requests.download(media, std::min<qint64>(most, m_largest));
        if (!self || !bytes)
            co_return self ? bytes : fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        isWrong = Sha256::of(*bytes) != hash;
    }
    if (!isWrong)
        co_return bytes;
    if (m_wrong.size() >= kMostWrong)
        m_wrong.clear();
    ++m_wrong[place];
    co_return fail(ErrorKind::corrupt,
                   MatrixText::tr("The server gave other bytes than the message names. They were thrown away."));
}

QCoro::Task<Result<QByteArray>> MatrixMediaStore::bytes(Sha256 hash, qint64 most)
{
    const QPointer<MatrixMediaStore> self(this);
    if (hash.isNull())
        co_return tl::unexpected(missing());
    if (hash == Sha256::of({}))
        co_return QByteArray();
    for (const auto *places : {&m_own, &m_hints}) {
        if (!places->contains(hash.hex()))
            continue;
        const Result<QByteArray> bytes = co_await fetch(places->value(hash.hex()), hash, most);
        if (!self)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (bytes)
            co_return bytes;
    }
    co_return co_await bytesByState(hash, most);
}

QCoro::Task<Result<QByteArray>> MatrixMediaStore::bytesByState(Sha256 hash, qint64 most)
{
    const QPointer<MatrixMediaStore> self(this);
    Result<QJsonObject> place = co_await m_requests.stateEvent(m_control, stateType(), hash.hex());
    Result<QByteArray> bytes = tl::unexpected(missing());
    for (int tries = 0; self && tries < kMostOverwritten; ++tries) {
        if (!place) {
            const bool none = place.error().kind == ErrorKind::notFound || place.error().kind == ErrorKind::forbidden;
            co_return tries > 0 ? bytes : tl::unexpected(none ? missing() : place.error());
        }
        const QJsonObject content = place->value("content"_L1).toObject();
        if (const MatrixMedia media = MatrixMedia::fromUri(content.value("url"_L1).toString()); !media.isNull())
            bytes = co_await fetch(media, hash, most);
        const QString before = place->value("unsigned"_L1).toObject().value("replaces_state"_L1).toString();
        if (!self || bytes || !isMatrixEvent(before))
            break;
        place = co_await m_requests.event(m_control, EntryId(before));
    }
    co_return bytes;
}

QJsonObject MatrixMediaStore::placesIn(const QByteArray &text) const
{
    static const QRegularExpression shape(u"[0-9a-f]{64}"_s);
    QJsonObject places;
    auto matches = shape.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        const QString hash = matches.next().captured();
        if (m_own.contains(hash))
            places.insert(hash, m_own.value(hash).uri());
    }
    return places;
}

void MatrixMediaStore::learn(const QJsonObject &places)
{
    for (auto it = places.begin(); it != places.end() && m_hints.size() < kMostHints; ++it) {
        const MatrixMedia media = MatrixMedia::fromUri(it.value().toString());
        if (!media.isNull() && !Sha256::fromHex(it.key()).isNull())
            m_hints.insert(it.key(), media);
    }
}

} // namespace wardroom::chat
