using Codex.Backend.Responses;

namespace Codex.Backend.Providers;

/// <summary>Addresses below a provider's root, for those who only look at them.</summary>
public static class ResponsesAddress
{
    /// <summary>Where model requests go.</summary>
    /// <exception cref="ModelException">The root is no address of a server.</exception>
    public static Uri Of(string baseUrl, ProviderEndpoint endpoint)
    {
        var url = EndpointUrl.Build(baseUrl, "responses", endpoint.QueryParameters);
        return url.IsHttp ? url.Address! : throw ModelErrors.Address(url.Address);
    }

    /// <summary>The same for WebSockets.</summary>
    public static string ForSockets(Uri url) => "ws" + url.AbsoluteUri["http".Length..];

    /// <summary>An address as it was put together.</summary>
    public static string Join(string baseUrl, string path, IReadOnlyDictionary<string, string> query) => EndpointUrl.Build(baseUrl, path, query).Text;
}
