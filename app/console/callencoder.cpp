#include "callencoder.h"

#include "wire/codec.h"

ui::Connection::Encoder callEncoder(std::function<QString(const cmq::Action&)> urlOf)
{
    return [urlOf = std::move(urlOf)](const cmq::Action& action) {
        ui::Connection::Request request;
        request.url = urlOf(action);
        if (!cmq::wire::isOnWire(action))
            return request;
        for (const cmq::wire::FormField& field : cmq::wire::toParameters(action))
            request.parameters.append(
                {QString::fromStdString(field.name), QString::fromStdString(field.value)});
        return request;
    };
}
