// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/storedzip.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QtEndian>
#include <array>

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 1 << 20;
constexpr quint32 kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50;
constexpr qint64 kLocalSize = 30, kCentralSize = 46, kEndSize = 22;

//! CRC-32 as PKWARE's APPNOTE.TXT 4.4.7 wants it (polynomial 0xedb88320, reflected).
quint32 crc32(quint32 crc, const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ ((value & 1) ? 0xedb88320U : 0U);
            made[i] = value;
        }
        return made;
    }();
    crc = ~crc;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<uchar>(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

struct Item
{
    QByteArray name;
    quint32 crc = 0;
    quint32 size = 0;
    quint32 offset = 0; //!< of the local header
};

void put16(QByteArray &out, quint16 value)
{
    const quint16 little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void put32(QByteArray &out, quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

//! What both headers share: version, flags (UTF-8 names), stored, 1980-01-01, sums, lengths.
void putCommon(QByteArray &out, const Item &item)
{
    put16(out, 20);
    put16(out, 0x0800);
    put16(out, 0);
    put16(out, 0);
    put16(out, 0x0021);
    put32(out, item.crc);
    put32(out, item.size);
    put32(out, item.size);
    put16(out, static_cast<quint16>(item.name.size()));
    put16(out, 0);
}

QByteArray localHeader(const Item &item)
{
    QByteArray out;
    put32(out, kLocal);
    putCommon(out, item);
    return out + item.name;
}

QByteArray directory(const QList<Item> &items, quint32 offset)
{
    QByteArray out;
    for (const Item &item : items) {
        put32(out, kCentral);
        put16(out, 20);
        putCommon(out, item);
        put16(out, 0);
        put16(out, 0);
        put16(out, 0);
        put32(out, 0);
        put32(out, item.offset);
        out += item.name;
    }
    const auto size = static_cast<quint32>(out.size());
    put32(out, kEnd);
    put16(out, 0);
    put16(out, 0);
    put16(out, static_cast<quint16>(items.size()));
    put16(out, static_cast<quint16>(items.size()));
    put32(out, size);
    put32(out, offset);
    put16(out, 0);
    return out;
}

quint32 at32(const QByteArray &bytes, qint64 offset)
{
    return offset + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + offset) : 0;
}

quint16 at16(const QByteArray &bytes, qint64 offset)
{
    return offset + 2 <= bytes.size() ? qFromLittleEndian<quint16>(bytes.constData() + offset) : 0;
}

tl::unexpected<Error> changed()
{
    return fail(ErrorKind::corrupt,
                QCoreApplication::translate("verify",
                                            "The .zip is not byte for byte as Wardroom wrote it. If another program "
                                            "packed it, unpack it and verify the folder."));
}

class ZipSource final : public BundleSource
{
public:
    explicit ZipSource(const QString &path) : m_file(std::make_unique<QFile>(path)) {}

    Result<void> open()
    {
        if (!m_file->open(QIODevice::ReadOnly))
            return fail(ErrorKind::storage,
                        QCoreApplication::translate("verify", "%1 cannot be read").arg(m_file->fileName()));
        const qint64 whole = m_file->size();
        const QByteArray head = m_file->peek(4);
        m_file->seek(std::max<qint64>(0, whole - kEndSize));
        const QByteArray end = m_file->read(kEndSize);
        // One changed byte spoils one of the two marks at most.
        if (at32(head, 0) != kLocal && at32(end, 0) != kEnd)
            return fail(ErrorKind::invalid,
                        QCoreApplication::translate("verify", "%1 is no bundle").arg(m_file->fileName()));
        const qint64 start = at32(end, 16);
        if (at32(end, 0) != kEnd || start >= whole)
            return changed();
        m_file->seek(start);
        const QByteArray written = m_file->read(whole - start);
        if (!readDirectory(written, at16(end, 10)) || directory(m_items, static_cast<quint32>(start)) != written)
            return changed();
        return checkContents(start);
    }

    QStringList names() const override { return m_index.keys(); }
    QStringList spoilt() const override { return m_spoilt; }
    bool contains(const QString &name) const override { return m_index.contains(name); }
    qint64 size(const QString &name) const override
    {
        return contains(name) ? m_items.at(m_index.value(name)).size : 0;
    }
    Result<QByteArray> read(const QString &name, qint64 offset, qint64 length) const override
    {
        if (!contains(name))
            return fail(ErrorKind::notFound, QCoreApplication::translate("verify", "%1 is not there").arg(name));
        const Item &item = m_items.at(m_index.value(name));
        if (offset > item.size || !m_file->seek(item.offset + kLocalSize + item.name.size() + offset))
            return fail(ErrorKind::storage, QCoreApplication::translate("verify", "%1 cannot be read").arg(name));
        return m_file->read(std::min<qint64>(length, item.size - offset));
    }

private:
    bool readDirectory(const QByteArray &bytes, int count)
    {
        qint64 offset = 0;
        for (int i = 0; i < count; ++i) {
            const qint64 length = at16(bytes, offset + 28);
            if (at32(bytes, offset) != kCentral || offset + kCentralSize + length > bytes.size())
                return false;
            const Item item{bytes.mid(offset + kCentralSize, length), at32(bytes, offset + 16),
                            at32(bytes, offset + 20), at32(bytes, offset + 42)};
            const QString name = QString::fromUtf8(item.name);
            if (name.isEmpty() || name.toUtf8() != item.name || m_index.contains(name))
                return false;
            m_index.insert(name, m_items.size());
            m_items.append(item);
            offset += kCentralSize + length;
        }
        return true;
    }

    //! The files lie one behind the other, each behind its header, up to the directory at \a start.
    Result<void> checkContents(qint64 start)
    {
        qint64 expected = 0;
        for (const Item &item : std::as_const(m_items)) {
            const QByteArray header = localHeader(item);
            m_file->seek(item.offset);
            if (item.offset != expected || m_file->read(header.size()) != header)
                return changed();
            quint32 crc = 0;
            for (qint64 left = item.size; left > 0;) {
                const QByteArray piece = m_file->read(std::min(kPiece, left));
                if (piece.isEmpty())
                    return changed();
                crc = crc32(crc, piece);
                left -= piece.size();
            }
            if (crc != item.crc)
                m_spoilt << QString::fromUtf8(item.name);
            expected += header.size() + item.size;
        }
        if (expected != start)
            return changed();
        return {};
    }

    QStringList m_spoilt; //!< files whose checksum does not fit
    std::unique_ptr<QFile> m_file;
    QList<Item> m_items;
    QMap<QString, qsizetype> m_index;
};

} // namespace

Result<void> writeStoredZip(const QString &path, const QList<ZipItem> &list)
{
    QFile out(path);
    if (list.size() > 65535)
        return fail(ErrorKind::tooLarge,
                    QCoreApplication::translate("report", "Too many files for a .zip: export to a folder."));
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorKind::storage,
                    QCoreApplication::translate("report", "%1 cannot be written: %2").arg(path, out.errorString()));
    QList<Item> items;
    for (const ZipItem &each : list) {
        QFile in(each.path);
        if (!in.open(QIODevice::ReadOnly))
            return fail(ErrorKind::storage, QCoreApplication::translate("report", "%1 cannot be read").arg(each.path));
        if (out.pos() + in.size() > 0xfff00000LL)
            return fail(ErrorKind::tooLarge,
                        QCoreApplication::translate("report", "Too large for a .zip: export to a folder."));
        Item item{each.name.toUtf8(), 0, static_cast<quint32>(in.size()), static_cast<quint32>(out.pos())};
        while (!in.atEnd())
            item.crc = crc32(item.crc, in.read(kPiece));
        in.seek(0);
        out.write(localHeader(item));
        while (!in.atEnd())
            out.write(in.read(kPiece));
        items.append(item);
    }
    out.write(directory(items, static_cast<quint32>(out.pos())));
    if (!out.flush() || out.error() != QFile::NoError)
        return fail(ErrorKind::storage,
                    QCoreApplication::translate("report", "%1 cannot be written: %2").arg(path, out.errorString()));
    return {};
}

Result<std::unique_ptr<BundleSource>> openStoredZip(const QString &path)
{
    auto zip = std::make_unique<ZipSource>(path);
    if (const Result<void> opened = zip->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<BundleSource>(std::move(zip));
}

} // namespace wardroom::report
