using System.Text.Json;
using Codex.Backend.Http.Probing;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Configuration.Sections;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether MCP servers can be started or reached. None is started.</summary>
internal sealed class McpCheck
{
    private readonly HostEnvironment _host;
    private readonly EndpointProbe _probe;
    private readonly List<(string Server, string Problem)> _problems = [];
    private readonly List<string> _unreachableRequired = [];
    private readonly List<string> _unreachableOptional = [];

    private McpCheck(DoctorContext context)
    {
        _host = context.Host;
        _probe = new EndpointProbe(context.Host, context.Clock);
    }

    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(ConfiguredContext context, CancellationToken cancellationToken)
    {
        var servers = context.Config.McpServers;
        if (servers.Count == 0)
            return new DoctorCheck { Id = "mcp.config", Category = "mcp", Summary = "no MCP servers configured" };
        var check = new McpCheck(context.General);
        foreach (var (name, server) in servers.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (server.Enabled)
                await check.LookAtAsync(name, server, cancellationToken);
        }

        return check.Describe(servers);
    }

    private async Task LookAtAsync(string name, McpServerSection server, CancellationToken cancellationToken)
    {
        if (server.Url is { } url)
            await LookAtAddressAsync(name, server, url, cancellationToken);
        else
            LookAtProgram(name, server);
    }

    private void LookAtProgram(string name, McpServerSection server)
    {
        var directory = server.Cwd is { } written ? Path.GetFullPath(written, _host.CurrentDirectory) : null;
        if (directory is not null && !Path.Exists(directory))
            _problems.Add((name, $"cwd does not exist ({directory})"));
        var command = server.Command ?? "";
        if (string.IsNullOrWhiteSpace(command))
            _problems.Add((name, "stdio command is empty"));
        else if (WhyNotFound(command, directory, server.Env) is { } reason)
            _problems.Add((name, $"stdio command \"{JsonEncodedText.Encode(command)}\" is not resolvable ({reason})"));
        foreach (var variable in server.EnvVars ?? [])
        {
            if (variable.Source == "remote")
                _problems.Add((name, $"env_vars entry `{variable.Name}` uses source `remote`, which requires remote MCP stdio"));
            else
                RequireVariable(name, "env var", variable.Name);
        }
    }

    private async Task LookAtAddressAsync(string name, McpServerSection server, string url, CancellationToken cancellationToken)
    {
        if (server.BearerTokenEnvVar is { } token)
            RequireVariable(name, "bearer token env var", token);
        foreach (var variable in server.EnvHttpHeaders?.Values ?? [])
            RequireVariable(name, "header env var", variable);
        var head = await _probe.HeadAsync(url, cancellationToken);
        if (head.Status is not null)
            return;
        var get = await _probe.GetAsync(url, cancellationToken);
        if (get.Status is null)
            (server.Required ? _unreachableRequired : _unreachableOptional).Add($"{name}: {url} (HEAD {head.Failure}; GET {get.Failure}){Causes(get)}");
    }

    private static string Causes(ProbeResult result) => result.Causes.Count == 0 ? "" : $" because of {string.Join(", ", result.Causes)}";

    private void RequireVariable(string server, string kind, string variable)
    {
        if (_host.GetNonEmptyVariable(variable) is null)
            _problems.Add((server, $"{kind} {variable} is not set"));
    }

    private string? WhyNotFound(string command, string? directory, IReadOnlyDictionary<string, string>? environment)
    {
        if (command.Contains('/') || Path.IsPathRooted(command))
            return ExecutableFile.WhyNot(Path.GetFullPath(command, directory ?? _host.CurrentDirectory));
        var search = environment?.GetValueOrDefault("PATH") ?? _host.GetVariable("PATH");
        if (search is null)
            return "PATH is not set";
        return search.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(entry => ExecutableFile.WhyNot(Path.Combine(entry, command)) is null)
            ? null
            : "not found on PATH";
    }

    private DoctorCheck Describe(IReadOnlyDictionary<string, McpServerSection> servers)
    {
        var details = new DetailList();
        details.Add("configured servers", servers.Count);
        details.Add("disabled servers", servers.Values.Count(static server => !server.Enabled));
        AddKind(details, "stdio servers", servers.Values.Count(static server => server.Url is null));
        AddKind(details, "streamable_http servers", servers.Values.Count(static server => server.Url is not null));
        foreach (var (server, problem) in _problems)
            details.Add(server, problem);
        details.AddAll("required reachability failed", _unreachableRequired);
        details.AddAll("optional reachability failed", _unreachableOptional);
        var status = Status(servers);
        return new DoctorCheck
        {
            Id = "mcp.config",
            Category = "mcp",
            Status = status,
            Summary = status switch
            {
                DoctorStatus.Ok => "MCP servers are configured completely",
                DoctorStatus.Warning => "an optional MCP server cannot be used",
                _ => "a required MCP server cannot be used",
            },
            Details = details.Details,
            Remediation = status == DoctorStatus.Ok ? null : "Set what is missing, or disable the server.",
        };
    }

    private static void AddKind(DetailList details, string label, int count)
    {
        if (count > 0)
            details.Add(label, count);
    }

    private DoctorStatus Status(IReadOnlyDictionary<string, McpServerSection> servers)
    {
        if (_unreachableRequired.Count > 0 || _problems.Exists(problem => servers[problem.Server].Required))
            return DoctorStatus.Fail;
        return _problems.Count > 0 || _unreachableOptional.Count > 0 ? DoctorStatus.Warning : DoctorStatus.Ok;
    }
}
