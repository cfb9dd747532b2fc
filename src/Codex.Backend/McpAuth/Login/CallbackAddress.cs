using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Codex.Platform;

namespace Codex.Backend.McpAuth.Login;

/// <summary>Where the browser comes back to (<c>codex-rs/rmcp-client/src/perform_oauth_login.rs</c>).</summary>
/// <param name="Listener">The open port.</param>
/// <param name="RedirectUri">What the login server is told.</param>
internal sealed record CallbackAddress(TcpListener Listener, Uri RedirectUri)
{
    private const int IdBytes = 9;

    /// <summary>Opens the port.</summary>
    /// <exception cref="McpAuthException">The settings make no sense, or the port is taken.</exception>
    public static CallbackAddress Open(McpLoginOptions options)
    {
        if (options.CallbackPort == 0)
            throw new McpAuthException("invalid MCP OAuth callback port `0`: port must be between 1 and 65535");
        var listener = Listen(options);
        try
        {
            var given = options.CallbackUrl ?? $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/callback";
            var address = Parse("MCP OAuth callback URL", given);
            var server = Parse("MCP server URL", options.Target.Url);
            return new CallbackAddress(listener, Below(address, Id(server)));
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private static TcpListener Listen(McpLoginOptions options)
    {
        // A browser on another machine comes through the address that the user has set up for it.
        var isLocal = options.CallbackUrl is null || !Uri.TryCreate(options.CallbackUrl, UriKind.Absolute, out var address) || address.IsLoopback;
        var listener = new TcpListener(isLocal ? IPAddress.Loopback : IPAddress.Any, (int)(options.CallbackPort ?? 0));
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new McpAuthException(Errno.Describe(exception.NativeErrorCode), innerException: exception);
        }
    }

    private static Uri Parse(string what, string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is not "file"
        ? address
        : throw new McpAuthException($"invalid {what} `{text}`", ["relative URL without a base"]);

    // One path a server: an answer for one is no answer for another.
    private static string Id(Uri server) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(server.GetLeftPart(UriPartial.Query))).AsSpan(0, IdBytes));

    private static Uri Below(Uri address, string id) =>
        new(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + id + address.Query);
}
