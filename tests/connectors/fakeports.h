// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"

#include <QMap>
#include <QSet>

namespace wardroom::test {

//! Out as the store behind it behaves: the same id twice is one fact. Can be told to fail.
class FakeOut final : public domain::Out
{
public:
    QCoro::Task<Result<domain::FactId>> say(domain::Intent intent) override
    {
        if (error)
            co_return tl::unexpected(*error);
        if (!ids.contains(intent.id))
            said.append(intent);
        ids.insert(intent.id);
        co_return intent.id;
    }
    QCoro::Task<Result<void>> display(domain::RoomId, QString, QString) override { co_return Result<void>(); }
    QCoro::Task<Result<Sha256>> attach(QByteArray bytes) override { co_return Sha256::of(bytes); }

    template <class F> QList<F> all() const
    {
        QList<F> facts;
        for (const domain::Intent &intent : said) {
            if (const F *fact = std::get_if<F>(&intent.fact))
                facts.append(*fact);
        }
        return facts;
    }
    QList<domain::AlertRaised> raised() const { return all<domain::AlertRaised>(); }
    QList<domain::AlertGrouped> grouped() const { return all<domain::AlertGrouped>(); }
    //! The newest total that the room was told of its first alert.
    qint64 count() const { return grouped().isEmpty() ? raised().value(0).count : grouped().last().count; }

    QList<domain::Intent> said;
    QSet<domain::FactId> ids;
    std::optional<Error> error;
};

class FakeCustody final : public domain::Custody
{
public:
    QCoro::Task<Result<Sha256>> keep(QByteArray bytes) override
    {
        if (error)
            co_return tl::unexpected(*error);
        kept.insert(Sha256::of(bytes).hex(), bytes);
        co_return Sha256::of(bytes);
    }
    QCoro::Task<Result<QByteArray>> bytes(Sha256 hash) override { co_return kept.value(hash.hex()); }
    QMap<QString, QByteArray> kept;
    std::optional<Error> error;
};

class FakeSecrets final : public domain::Secrets
{
public:
    QCoro::Task<Result<QByteArray>> read(QString name) override
    {
        if (!values.contains(name))
            co_return fail(ErrorKind::notFound, name);
        co_return values.value(name);
    }
    QCoro::Task<Result<void>> write(QString name, QByteArray value) override
    {
        values.insert(name, value);
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> remove(QString name) override
    {
        values.remove(name);
        co_return Result<void>();
    }
    QMap<QString, QByteArray> values;
};

} // namespace wardroom::test
