using System.Globalization;
using System.Text;
using Codex.Backend.Responses;
using Codex.Execution.Network;
using Codex.Execution.Network.Auditing;
using Codex.Execution.Policy.Rules;

namespace Codex.Cli.Hosting;

/// <summary>
/// Writes decisions about the network of commands to the log, one line each, with the names and the order of the original's
/// fields. Nothing that says who the user is stands in it.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="identity">What servers are told about this program.</param>
/// <param name="terminal">The terminal that it runs in.</param>
internal sealed class NetworkAuditLog(LogSink log, ClientIdentity identity, string terminal)
{
    private const string Module = "codex_otel.network_proxy";

    /// <summary>Writes a decision.</summary>
    public void Write(NetworkAuditEvent entry)
    {
        if (log.WritesInfo(Module))
            log.Info(Module, Format(entry));
    }

    private string Format(NetworkAuditEvent entry)
    {
        var text = new StringBuilder("event.name=\"codex.network_proxy.policy_decision\"");
        text.Append(CultureInfo.InvariantCulture, $" event.timestamp={entry.Time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
        Append(text, "conversation.id", entry.ThreadId);
        Append(text, "app.version", ClientIdentity.Version);
        Append(text, "originator", identity.Originator);
        Append(text, "terminal.type", terminal);
        Append(text, "model", entry.Model);
        Append(text, "slug", entry.Model);
        Append(text, "network.policy.scope", entry.IsAboutHost ? "domain" : "non_domain");
        Append(text, "network.policy.decision", entry.Decision);
        Append(text, "network.policy.source", entry.Source);
        Append(text, "network.policy.reason", entry.Reason);
        AppendRequest(text, entry.Request);
        return text.Append(" network.policy.override=").Append(entry.IsOverride ? "true" : "false").ToString();
    }

    private static void AppendRequest(StringBuilder text, NetworkRequest request)
    {
        Append(text, "network.transport.protocol", request.Protocol is NetworkProtocol.Https ? "https_connect" : request.Protocol.Spell());
        Append(text, "server.address", request.Host);
        text.Append(CultureInfo.InvariantCulture, $" server.port={request.Port}");
        Append(text, "http.request.method", request.Method ?? "none");
        Append(text, "client.address", request.Client ?? "unknown");
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(CultureInfo.InvariantCulture, $" {name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
    }
}
