using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Codex.ExecServer.Server.Listening;

/// <summary>The answer to an HTTP request of a client that wants a WebSocket, or wants to know whether the server is there.</summary>
/// <param name="Text">The answer.</param>
internal sealed record UpgradeAnswer(string Text)
{
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Whether the connection is a WebSocket from now on.</summary>
    public bool IsUpgrade { get; private init; }

    /// <summary>Whether nothing more is read from the connection.</summary>
    public bool IsLast { get; private init; }

    /// <summary>The answer to a request; null for one that cannot be read.</summary>
    public static UpgradeAnswer To(UpgradeRequest? request) => request switch
    {
        null => Refusal("400 Bad Request", "", "connection: close\r\n") with { IsLast = true },
        _ when request.Headers.ContainsKey("origin") => Of(request, "403 Forbidden"),
        { Path: "/readyz", Method: "GET" or "HEAD" } => Of(request, "200 OK"),
        { Path: "/readyz" } => Of(request, "405 Method Not Allowed", "", "allow: GET,HEAD\r\n"),
        { Path: not "/" } => Of(request, "404 Not Found"),
        { Method: not "GET" } => Of(request, "405 Method Not Allowed", "Request method must be `GET`"),
        _ => Complaint(request) is { } complaint ? Of(request, "400 Bad Request", complaint) : Upgrade(request),
    };

    private static string? Complaint(UpgradeRequest request) =>
        !request.Says("connection", "upgrade") ? "Connection header did not include 'upgrade'"
        : !request.Says("upgrade", "websocket") ? "`Upgrade` header did not include 'websocket'"
        : !request.Says("sec-websocket-version", "13") ? "`Sec-WebSocket-Version` header did not include '13'"
        : !request.Headers.ContainsKey("sec-websocket-key") ? "`Sec-WebSocket-Key` header missing"
        : null;

    // Bodies are not read, so that a request with one is the last.
    private static UpgradeAnswer Of(UpgradeRequest request, string status, string body = "", string headers = "") =>
        Refusal(status, request.Method == "HEAD" ? "" : body, headers) with
        {
            IsLast = request.Headers.ContainsKey("content-length") || request.Headers.ContainsKey("transfer-encoding"),
        };

    private static UpgradeAnswer Refusal(string status, string body, string headers)
    {
        var type = body.Length > 0 ? "content-type: text/plain; charset=utf-8\r\n" : "";
        return new(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{type}{headers}content-length: {body.Length}\r\n\r\n{body}"));
    }

    // The protocol itself names the hash; nothing here depends on its strength.
#pragma warning disable CA5350
    private static UpgradeAnswer Upgrade(UpgradeRequest request)
    {
        var accepted = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(request.Headers["sec-websocket-key"] + KeySuffix)));
        return new($"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: {accepted}\r\n\r\n")
        {
            IsUpgrade = true,
        };
    }
#pragma warning restore CA5350
}
