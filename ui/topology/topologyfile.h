#pragma once

#include "topology.h"

#include <QByteArray>
#include <QString>

namespace ui {

/// The version of the form that docs/topology.md describes. A change that old readers would not
/// understand takes the next number, here and there, and the reader keeps reading the old ones.
inline constexpr int TopologyFileVersion = 1;
/// Bounds of a file: what comes from a stranger must not eat the machine.
inline constexpr qsizetype TopologyFileBytesMax = 32 * 1024 * 1024;
inline constexpr qsizetype TopologyThingsMax = 20'000; ///< of each kind

/// UTF-8 JSON, indented, in the order of the topology. Pure.
[[nodiscard]] QByteArray writeTopology(const Topology& topology);

struct TopologyReading
{
    Topology topology;
    /// What is wrong, with the line and the reason; empty if nothing is.
    QString error;
};

/// Reads any bytes: what is not a topology of this version, complete and valid by CMQ's own rules,
/// is an error and nothing else. Pure.
[[nodiscard]] TopologyReading readTopology(const QByteArray& bytes);

} // namespace ui
