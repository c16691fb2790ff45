// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/custody.h"

#include <QtEndian>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

constexpr int kMoreFields = 16;

void addField(QByteArray &to, QByteArrayView field)
{
    char length[4];
    qToBigEndian(static_cast<quint32>(field.size()), length);
    to.append(length, sizeof length);
    to.append(field);
}

bool takeField(const QByteArray &from, qsizetype &at, QByteArray &field)
{
    if (from.size() - at < 4)
        return false;
    const qsizetype size = qFromBigEndian<quint32>(from.constData() + at);
    at += 4;
    if (from.size() - at < size)
        return false;
    field = from.sliced(at, size);
    at += size;
    return true;
}

QByteArrayView wordFor(CustodyWhat what)
{
    switch (what) {
    case CustodyWhat::seen: return "seen";
    case CustodyWhat::edited: return "edited";
    case CustodyWhat::deleted: return "deleted";
    case CustodyWhat::differs: return "differs";
    }
    return "unknown";
}

} // namespace

EntryTexts::EntryTexts(const domain::Entry &entry)
    : entry(entry.position.entry.text())
    , sender(entry.sender.text())
    , text(entry.text)
    , display(entry.display)
    , replyTo(entry.replyTo.text())
    , thread(entry.thread.text())
    , media(entry.media)
{}

QByteArray entryBytes(const domain::Entry &entry)
{
    return entryBytes(entry, EntryTexts(entry));
}

QByteArray entryBytes(const domain::Entry &entry, const EntryTexts &texts)
{
    QByteArray bytes;
    bytes.reserve(texts.text.bytes.size() + entry.envelope.size() + texts.display.bytes.size() +
                  texts.replyTo.bytes.size() + texts.thread.bytes.size() + texts.media.bytes.size() + 25);
    const bool more = !entry.thread.isEmpty() || !entry.media.isEmpty();
    addField(bytes, texts.text.bytes);
    addField(bytes, entry.envelope);
    addField(bytes, texts.display.bytes);
    addField(bytes, texts.replyTo.bytes);
    bytes.append(static_cast<char>((entry.edited ? 1 : 0) | (entry.deleted ? 2 : 0) | (entry.reaction ? 4 : 0) |
                                   (entry.fromPhone ? 8 : 0) | (more ? kMoreFields : 0)));
    if (more) {
        addField(bytes, texts.thread.bytes);
        addField(bytes, texts.media.bytes);
    }
    return bytes;
}

bool readEntryBytes(const QByteArray &bytes, domain::Entry &entry)
{
    qsizetype at = 0;
    QByteArray text;
    QByteArray display;
    QByteArray replyTo;
    if (!takeField(bytes, at, text) || !takeField(bytes, at, entry.envelope) || !takeField(bytes, at, display) ||
        !takeField(bytes, at, replyTo) || bytes.size() <= at)
        return false;
    const char flags = bytes.at(at++);
    QByteArray thread;
    QByteArray media;
    if ((flags & kMoreFields) != 0 && (!takeField(bytes, at, thread) || !takeField(bytes, at, media)))
        return false;
    if (bytes.size() != at)
        return false;
    entry.text = QString::fromUtf8(text);
    entry.display = QString::fromUtf8(display);
    entry.replyTo = domain::EntryId(QString::fromUtf8(replyTo));
    entry.thread = domain::EntryId(QString::fromUtf8(thread));
    entry.media = QString::fromUtf8(media);
    entry.edited = (flags & 1) != 0;
    entry.deleted = (flags & 2) != 0;
    entry.reaction = (flags & 4) != 0;
    entry.fromPhone = (flags & 8) != 0;
    return true;
}

Sha256 CustodyLine::hashAfter(const Sha256 &previous) const
{
    char time[8];
    qToBigEndian(serverTime, time);
    QByteArray bytesOfLine;
    bytesOfLine.reserve(256);
    addField(bytesOfLine, previous.bytes());
    addField(bytesOfLine, room.bytes);
    addField(bytesOfLine, entry.bytes);
    addField(bytesOfLine, {time, sizeof time});
    addField(bytesOfLine, sender.bytes);
    addField(bytesOfLine, bytes.bytes());
    addField(bytesOfLine, wordFor(what));
    return Sha256::of(bytesOfLine);
}

void CustodyLog::load()
{
    if (m_known)
        return;
    m_count = 0;
    m_hash = {};
    auto last = m_connection.use("custody_last").start();
    if (last.next()) {
        m_count = last.number(0);
        m_hash = Sha256::fromHex(QString::fromLatin1(last.blob(1).toHex()));
    }
    m_known = m_connection.code() == 0;
}

qint64 CustodyLog::nextNumber()
{
    load();
    return m_count + 1;
}

void CustodyLog::append(qint64 key, const CustodyLine &line, const QByteArray &seen, const QByteArray &before)
{
    load();
    const Sha256 hash = line.hashAfter(m_hash);
    if (m_connection.use("custody_add")
            .run(m_count + 1, key, line.room, line.entry, line.serverTime, line.sender, line.bytes,
                 static_cast<int>(line.what), hash, seen, before)) {
        ++m_count;
        m_hash = hash;
    }
}

} // namespace wardroom::store
