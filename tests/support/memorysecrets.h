// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"

namespace wardroom::test {

//! Secrets of one test, in memory.
class MemorySecrets final : public domain::Secrets
{
public:
    QCoro::Task<Result<QByteArray>> read(QString name) override
    {
        if (!m_values.contains(name))
            co_return fail(ErrorKind::notFound, QStringLiteral("no secret ") + name);
        co_return m_values.value(name);
    }
    QCoro::Task<Result<void>> write(QString name, QByteArray value) override
    {
        m_values.insert(name, value);
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> remove(QString name) override
    {
        m_values.remove(name);
        co_return Result<void>();
    }

private:
    QHash<QString, QByteArray> m_values;
};

} // namespace wardroom::test
