using System.Globalization;
using Codex.Backend.Auth;
using Codex.Backend.Http.Probing;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Sessions;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the provider's WebSocket opens.</summary>
internal static class WebSocketCheck
{
    private const string Remedy = "Look at the causes above; proxies, firewalls and custom certificates often stand in the way of WebSockets. Without one, HTTPS is used.";

    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(ConfiguredContext context, CancellationToken cancellationToken)
    {
        var provider = context.Config.ModelProvider;
        var details = new DetailList();
        details.Add("model provider", provider.Id);
        details.Add("provider name", provider.Name);
        details.Add("wire API", "responses");
        details.Add("supports websockets", provider.SupportsWebsockets);
        ProxyFacts.Add(details, context.General.Host);
        if (!provider.SupportsWebsockets)
            return Check(DoctorStatus.Ok, "the provider is not asked by WebSocket", details);
        details.Add("connect timeout", string.Create(CultureInfo.InvariantCulture, $"{(long)provider.WebsocketConnectTimeout.TotalMilliseconds} ms"));
        try
        {
            return await OpenAsync(context, details, cancellationToken);
        }
        catch (Exception exception) when (exception is ModelException or AuthException)
        {
            details.Add("provider setup failed", exception.Message);
            return Check(DoctorStatus.Warning, "the WebSocket could not be tried", details, Remedy);
        }
    }

    private static async Task<DoctorCheck> OpenAsync(ConfiguredContext context, DetailList details, CancellationToken cancellationToken)
    {
        var provider = context.Config.ModelProvider;
        var endpoint = Providers.Endpoint(provider);
        var credentials = await context.Credentials.For(endpoint).GetAsync(cancellationToken);
        details.Add("auth mode", credentials.Login is { } login ? AuthCheck.ModeName(login.Mode) : "none");
        var address = ResponsesAddress.Of(credentials.BaseUrl, endpoint);
        details.Add("endpoint", ResponsesAddress.ForSockets(address));
        details.Add("DNS", await NameLookup.DescribeAsync(address, cancellationToken));
        var probe = new WebSocketProbe(endpoint, context.General.Identity, context.General.Host, context.General.Clock);
        var result = await probe.OpenAsync(address, credentials, provider.WebsocketConnectTimeout, cancellationToken);
        return Describe(result, details);
    }

    private static DoctorCheck Describe(HandshakeResult result, DetailList details)
    {
        if (!result.IsOpen)
        {
            if (result.IsTimedOut)
                details.Remark(result.Failure!);
            else
                details.Add("handshake transport error", result.Failure ?? "no answer");
            details.AddAll("cause", result.Causes);
            return Check(DoctorStatus.Warning, "the WebSocket did not open", details, Remedy);
        }

        details.Add("handshake result", $"HTTP {result.Status}");
        details.Add("reasoning header", result.HasReasoningHeader);
        details.Add("models etag present", result.HasModelsEtag);
        details.Add("server model present", result.HasServerModel);
        if (result.CloseCode is not { } code)
            return Check(DoctorStatus.Ok, "the WebSocket opened", details);
        details.Add("immediate close code", code);
        details.Add("immediate close reason", result.CloseReason);
        return Check(DoctorStatus.Warning, "the WebSocket opened and was closed at once", details, Remedy);
    }

    private static DoctorCheck Check(DoctorStatus status, string summary, DetailList details, string? remedy = null) => new()
    {
        Id = "network.websocket_reachability",
        Category = "websocket",
        Status = status,
        Summary = summary,
        Details = details.Details,
        Remediation = remedy,
    };
}
