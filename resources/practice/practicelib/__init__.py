# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice host: a machine in a folder, with its own dpkg, apt, users, logs and services."""
