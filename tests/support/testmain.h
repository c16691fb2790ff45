// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <functional>
#include <memory>

namespace wardroom::test {

//! Adds a test class to the program it is linked into; see WARDROOM_TEST.
class Registration
{
public:
    using Make = std::function<std::unique_ptr<QObject>()>;
    explicit Registration(Make make);
};

} // namespace wardroom::test

//! Put at the end of tst_*.cpp, outside any namespace: one fat program a module links far faster than many small ones.
#define WARDROOM_TEST(Class)                                                                                           \
    static const wardroom::test::Registration registration_##Class([] { return std::make_unique<Class>(); });
