using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.ResponsesApiProxy;

/// <summary><c>codex responses-api-proxy</c>.</summary>
internal static class ResponsesApiProxySpec
{
    /// <summary>Where requests go unless an option says otherwise.</summary>
    public const string DefaultUpstream = "https://api.openai.com/v1/responses";

    public static CommandSpec ResponsesApiProxy() => new()
    {
        Name = "responses-api-proxy",
        About = "Internal: forward requests to the Responses API with a key",
        Hidden = true,
        HoldsKeys = true,
        Options =
        [
            new() { Long = "port", ValueName = "PORT", Help = "Port to listen on; a free one by default", Check = NumberCheck.Port },
            new() { Long = "server-info", ValueName = "FILE", Kind = ValueKind.Path, Help = "File that gets port and process id as a line of JSON" },
            new() { Long = "http-shutdown", Help = "End on GET /shutdown" },
            new() { Long = "upstream-url", ValueName = "UPSTREAM_URL", DefaultValue = DefaultUpstream, Help = "Where requests go" },
            new() { Long = "dump-dir", ValueName = "DIR", Kind = ValueKind.Path, Help = "Directory that gets requests and answers as JSON files" },
        ],
        Run = ResponsesApiProxyCommand.RunAsync,
    };
}
