using System.Net;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Sessions;

/// <summary>Checks what <c>--remote</c> and <c>--remote-auth-token-env</c> name (<c>codex-rs/tui/src/lib.rs</c>, <c>cli/src/main.rs</c>).</summary>
internal static class RemoteAddress
{
    private const string SocketPrefix = "unix://";

    /// <summary>Whether an app-server is named.</summary>
    /// <param name="command">The innermost command.</param>
    /// <param name="host">The surroundings, with the token.</param>
    /// <param name="usageWord">What a message begins with when the two options do not fit together.</param>
    /// <exception cref="CommandFailure">The options cannot be used.</exception>
    public static bool IsGiven(ParsedCommand command, HostEnvironment host, string usageWord)
    {
        var address = command.Value("remote");
        if (address is not null && !IsAddress(address))
            throw new CommandFailure($"Error: invalid remote address `{address}`; expected `ws://host:port`, `wss://host:port`, `unix://`, or `unix://PATH`");
        if (command.Value("remote-auth-token-env") is not { } variable)
            return address is not null;
        if (address is null)
            throw new CommandFailure($"{usageWord}: `--remote-auth-token-env` requires `--remote`.");
        if (!MaySeeToken(address))
            throw new CommandFailure($"{usageWord}: `--remote-auth-token-env` requires a `wss://` or loopback `ws://` remote.");
        if (host.GetVariable(variable) is not { } token)
            throw new CommandFailure($"Error: environment variable `{variable}` is not set");
        return !string.IsNullOrWhiteSpace(token) ? true : throw new CommandFailure($"Error: environment variable `{variable}` is empty");
    }

    private static bool IsAddress(string address) => address.StartsWith(SocketPrefix, StringComparison.Ordinal)
        || (Parse(address) is { AbsolutePath: "/", Query: "", Fragment: "" } uri && address.IndexOf('?', StringComparison.Ordinal) < 0 && HasPort(address, uri));

    private static bool MaySeeToken(string address) => Parse(address) switch
    {
        { Scheme: "wss" } => true,
        { HostNameType: UriHostNameType.Dns } uri => string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase),
        { } uri => IPAddress.TryParse(uri.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip),
        null => false,
    };

    private static Uri? Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "ws" or "wss", Host: not "" } ? uri : null;

    // A port has to be written, also the usual one.
    private static bool HasPort(string address, Uri uri) =>
        !uri.IsDefaultPort || address.TrimEnd('/').EndsWith($":{uri.Port}", StringComparison.Ordinal);
}
