namespace Codex.Backend.McpAuth.Discovery;

/// <summary>Where documents about logins lie (RFC 8414, RFC 9728, OpenID Connect Discovery), in the original's order.</summary>
internal static class WellKnownPaths
{
    private const string Server = "oauth-authorization-server";
    private const string OpenId = "openid-configuration";

    /// <summary>The places of a document about the server itself, for the quick question whether it has a login.</summary>
    public static IEnumerable<Uri> OfSupport(Uri server) => Around(server, Server, keepsQuery: true);

    /// <summary>The places of the document about a protected resource.</summary>
    public static IEnumerable<Uri> OfResource(Uri resource) => Around(resource, "oauth-protected-resource", keepsQuery: false);

    /// <summary>The places of the document about a login server.</summary>
    public static IEnumerable<Uri> OfLoginServer(Uri issuer)
    {
        var path = issuer.AbsolutePath.Trim('/');
        string[] paths = path.Length == 0
            ? [$"/.well-known/{Server}", $"/.well-known/{OpenId}"]
            : [$"/.well-known/{Server}/{path}", $"/.well-known/{OpenId}/{path}", $"/{path}/.well-known/{OpenId}", $"/.well-known/{Server}"];
        return paths.Select(place => At(issuer, place, keepsQuery: false));
    }

    private static IEnumerable<Uri> Around(Uri address, string document, bool keepsQuery)
    {
        var path = address.AbsolutePath.Trim('/');
        string[] paths = path.Length == 0
            ? [$"/.well-known/{document}"]
            : [$"/.well-known/{document}/{path}", $"/{path}/.well-known/{document}", $"/.well-known/{document}"];
        return paths.Select(place => At(address, place, keepsQuery));
    }

    private static Uri At(Uri address, string path, bool keepsQuery) =>
        new(address.GetLeftPart(UriPartial.Authority) + path + (keepsQuery ? address.Query : ""));
}
