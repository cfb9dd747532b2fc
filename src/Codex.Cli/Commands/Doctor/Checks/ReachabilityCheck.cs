using System.Globalization;
using Codex.Backend.Auth;
using Codex.Backend.Http.Probing;
using Codex.Backend.Providers;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Sessions;
using Codex.Configuration.Providers;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the servers that a turn needs answer at all. No secret is sent.</summary>
internal sealed class ReachabilityCheck
{
    private const string ChatGptUrl = "https://chatgpt.com/backend-api/";
    private const string ApiUrl = "https://api.openai.com/v1";
    private const string Remedy = "Look at the causes above: the proxy, DNS or certificate that they name has to be put right.";

    private readonly DetailList _details = new();
    private readonly List<DoctorIssue> _issues = [];
    private readonly EndpointProbe _probe;
    private bool _hasFailed;
    private bool _hasWarning;

    private ReachabilityCheck(DoctorContext context) => _probe = new EndpointProbe(context.Host, context.Clock);

    /// <summary>Makes the check for the configured provider.</summary>
    public static Task<DoctorCheck> RunAsync(ConfiguredContext context, CancellationToken cancellationToken)
    {
        var provider = context.Config.ModelProvider;
        var check = new ReachabilityCheck(context.General);
        return Mode(provider, context.General.Host, context.Stored) switch
        {
            "ChatGPT auth" => check.AskAsync("ChatGPT auth", "ChatGPT", context.Config.ChatGptBaseUrl, null, cancellationToken),
            "API key auth" => check.AskAsync("API key auth", $"{provider.Id} API", provider.BaseUrl ?? ApiUrl, Route(provider, provider.BaseUrl ?? ApiUrl), cancellationToken),
            var mode => check.AskAsync(mode, $"{provider.Id} API", provider.BaseUrl, provider.BaseUrl is { } url ? Route(provider, url) : null, cancellationToken),
        };
    }

    /// <summary>Makes the check when there is no configuration: ChatGPT is what most users need.</summary>
    public static Task<DoctorCheck> RunWithoutConfigurationAsync(DoctorContext context, CancellationToken cancellationToken) =>
        new ReachabilityCheck(context).AskAsync("ChatGPT auth", "ChatGPT", ChatGptUrl, null, cancellationToken);

    private static string Mode(ModelProviderInfo provider, HostEnvironment host, AuthDocument? stored)
    {
        if (!provider.RequiresOpenAiAuth)
            return "provider auth";
        if (host.GetNonEmptyVariable("OPENAI_API_KEY") is not null || host.GetNonEmptyVariable("CODEX_API_KEY") is not null)
            return "API key auth";
        return host.GetNonEmptyVariable("CODEX_ACCESS_TOKEN") is null && stored?.EffectiveMode == AuthMode.ApiKey ? "API key auth" : "ChatGPT auth";
    }

    // Azure and Bedrock have no list of models.
    private static string? Route(ModelProviderInfo provider, string url) =>
        provider.Id == ModelProviderIds.AmazonBedrock || Providers.Endpoint(provider).IsAzure
            ? null
            : ResponsesAddress.Join(url, "models", provider.QueryParameters);

    private async Task<DoctorCheck> AskAsync(string mode, string name, string? url, string? route, CancellationToken cancellationToken)
    {
        _details.Add("reachability mode", mode);
        if (url is null)
        {
            _details.Add("active provider endpoint", "none configured");
            return Check("the provider has no address that could be asked");
        }

        var answer = await _probe.HeadAsync(url, cancellationToken);
        if (answer.Status is { } status)
        {
            _details.Add($"{name} base URL", $"{url} reachable ({Http(status)})");
            if (route is not null)
                await AskRouteAsync(name, route, cancellationToken);
        }
        else
        {
            _details.Add($"{name} base URL", $"{url} {answer.Failure} (required)");
            _details.AddAll("cause", answer.Causes);
            _hasFailed = true;
        }

        return Check(_hasFailed ? "a server that turns need does not answer" : _hasWarning ? "a server answers, but not as it should" : "the servers that turns need answer");
    }

    private async Task AskRouteAsync(string name, string route, CancellationToken cancellationToken)
    {
        var answer = await _probe.GetAsync(route, cancellationToken);
        var label = $"{name} route probe";
        switch (answer.Status)
        {
            case (>= 200 and < 300) or 401 or 403:
                _details.Add(label, $"{route} route exists ({Http(answer.Status.Value)})");
                break;
            case 404:
                _details.Add(label, $"{route} returned HTTP 404 (required)");
                Fail("the provider has nothing at this address: the prefix of its API may be missing", $"{route} returned HTTP 404", "GET /models returns 2xx, 401, or 403", "Set base_url to the root of the provider's API, for example https://api.openai.com/v1.");
                break;
            case { } status:
                _details.Add(label, $"{route} returned {Http(status)} (warning)");
                _hasWarning = true;
                break;
            default:
                _details.Add(label, $"{route} {answer.Failure} (required)");
                _details.AddAll("cause", answer.Causes);
                Fail("the provider's API could not be asked", $"{route} {answer.Failure}", "GET /models completes", Remedy);
                break;
        }
    }

    private void Fail(string cause, string measured, string expected, string remedy)
    {
        _hasFailed = true;
        _issues.Add(new DoctorIssue(DoctorStatus.Fail, cause) { Measured = measured, Expected = expected, Remedy = remedy, Fields = ["route probe"] });
    }

    private DoctorCheck Check(string summary)
    {
        var status = _hasFailed ? DoctorStatus.Fail : _hasWarning ? DoctorStatus.Warning : DoctorStatus.Ok;
        return new DoctorCheck
        {
            Id = "network.provider_reachability",
            Category = "reachability",
            Status = status,
            Summary = summary,
            Details = _details.Details,
            Issues = _issues,
            Remediation = status == DoctorStatus.Ok ? null : Remedy,
        };
    }

    private static string Http(int status) => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
}
