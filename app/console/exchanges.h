#pragma once

#include "remoteoptions.h"

#include "ui/connections/exchangelog.h"

#include "endpoint/requestobserver.h"

#include <functional>
#include <memory>

/// What the endpoint and the remote client tell of a request, as the console shows it. Here tokens
/// are masked and signatures shortened, before anything is kept.

[[nodiscard]] ui::Exchange fromServed(const cmq::endpoint::ServedRequest& request);
[[nodiscard]] ui::Exchange fromSent(const RemoteExchange& exchange);

/// An observer for EndpointOptions that reports to `sink`.
[[nodiscard]] std::shared_ptr<cmq::endpoint::RequestObserver>
observeInto(std::shared_ptr<ui::ExchangeSink> sink);

/// A function for RemoteOptions::onExchange that reports to `sink`.
[[nodiscard]] std::function<void(const RemoteExchange&)>
reportInto(std::shared_ptr<ui::ExchangeSink> sink);
