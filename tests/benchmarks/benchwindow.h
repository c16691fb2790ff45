// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/measure.h"
#include "benchmarks/world.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifier.h"
#include "ui/shell/windowpresenter.h"

namespace wardroom::bench {

//! The whole window of a desktop on a room of the world, in the process that made it.
class BenchWindow
{
public:
    explicit BenchWindow(World &world);
    ~BenchWindow();

    //! Opens \a room and answers once its rows were painted; false: they never were.
    bool open(const domain::RoomId &room);
    //! What one frame takes: \a input, all that waits to be done, layout, paint, flush.
    Cost frame(const std::function<void()> &input = {});
    void wheel(int notches);
    ui::ConversationView &view() { return *m_window.conversation(); }
    session::Engine &engine() { return *m_engine; }
    void settle(int ms); //!< lets time pass

private:
    class Silent;

    ui::Theme m_theme;
    session::Engine *m_engine = nullptr;
    ui::MainWindow m_window;
    std::unique_ptr<ui::Notifier> m_silent;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::WindowPresenter> m_presenter;
};

} // namespace wardroom::bench
