using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>Puts one program through a scenario in its own home and workspace.</summary>
internal sealed class SideRunner(string name, string executable, string oracle, TempDirectory directory)
{
    private readonly string _workspace = directory.Create(Path.Combine(name, "ws"));
    private readonly string _home = directory.Create(Path.Combine(name, "home"));
    private readonly string _user = directory.Create(Path.Combine(name, "user"));

    private TlsProxy? _proxy;

    internal async Task<Observation> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        await using var server = new FakeResponsesServer(scenario.Script());
        await using var proxy = scenario.SecureHost is { } host ? new TlsProxy(host, server.Port) : null;
        _proxy = proxy;
        foreach (var (route, reply) in scenario.Routes)
            server.Routes[route] = reply;
        await using var way = SecureWay.Create(scenario, server.Port, _user);
        Prepare(scenario, server);
        var results = new List<CodexResult>();
        foreach (var invocation in scenario.Runs)
            results.Add(await RunAsync(scenario, invocation, server, way, cancellationToken));
        var strays = await StrayProcesses.EndAsync(_workspace, cancellationToken);
        var package = scenario.Package is null ? "<package>" : Path.GetDirectoryName(Path.GetDirectoryName(Program(scenario, executable)))!;
        var text = new TextNormalizer(
            (package, "<package>"), (_workspace, "<ws>"), (_home, "<home>"), (directory[name], "<side>"), ($"127.0.0.1:{server.Port}", "<server>"));
        return ObservationBuilder.Build(scenario, results, Compared(scenario, server), strays, _workspace, _home, text);
    }

    private static IReadOnlyList<CapturedRequest> Compared(Scenario scenario, FakeResponsesServer server) => scenario.ComparesAllRequests
        ? server.AllRequests
        : [.. server.AllRequests.Where(request => FakeResponsesServer.IsModelRequest(request) || scenario.ComparedPaths.Contains(request.Path))];

    private void Prepare(Scenario scenario, FakeResponsesServer server)
    {
        File.WriteAllText(Path.Combine(_home, "config.toml"), ScenarioConfig.Render(scenario, server.Port, _workspace, _home));
        scenario.Workspace(_workspace);
        scenario.Home(_home);
    }

    private async Task<CodexResult> RunAsync(
        Scenario scenario, Invocation invocation, FakeResponsesServer server, SecureWay? way, CancellationToken cancellationToken)
    {
        invocation.Before?.Invoke(_workspace, _home);
        var command = new CodexCommand
        {
            Executable = Program(scenario, invocation.RealOnBothSides ? oracle : executable),
            Arguments = [.. invocation.Arguments.Select(Expand).Select(argument => argument.Replace("{port}", $"{server.Port}", StringComparison.Ordinal))],
            Wrapper = [.. scenario.Wrapper.Select(Expand)],
            WorkingDirectory = Path.Combine(_workspace, invocation.Directory),
            Environment = Environment(scenario, server.Port, way),
            StandardInput = invocation.StandardInput,
            Timeout = scenario.Timeout,
        };
        using var run = CodexRun.Start(command);
        if (invocation.During is { } during)
            await during(new LiveSide(run, server, _workspace)).WaitAsync(scenario.Timeout, cancellationToken);
        return await run.WaitAsync(cancellationToken);
    }

    private static string Program(Scenario scenario, string program) => scenario.Package?.ExecutableFor(program) ?? program;

    private string Expand(string argument) => argument
        .Replace("{ws}", _workspace, StringComparison.Ordinal)
        .Replace("{home}", _home, StringComparison.Ordinal)
        .Replace("{bwrap}", Path.Combine(SystemTools.Directory(oracle), "bwrap"), StringComparison.Ordinal)
        .Replace("{thread}", argument.Contains("{thread}", StringComparison.Ordinal) ? Thread() : "", StringComparison.Ordinal);

    // A rollout's file name ends with the thread's id.
    private string Thread() => Path.GetFileNameWithoutExtension(
        Directory.GetFiles(Path.Combine(_home, "sessions"), "*.jsonl", SearchOption.AllDirectories).Single())[^36..];

    private Dictionary<string, string> Environment(Scenario scenario, int port, SecureWay? way)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{SystemTools.Directory(oracle)}:/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = _user,
            ["CODEX_HOME"] = _home,
            ["FAKE_KEY"] = "key",
            ["LANG"] = "C.UTF-8",
            ["TERM"] = "xterm",
            ["TZ"] = "UTC",
            ["RUST_LOG"] = "off",
            ["SHELL"] = "/bin/bash",
        };
        if (System.Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        way?.AddTo(variables);
        var path = variables["PATH"];
        if (_proxy is not null)
        {
            variables["HTTPS_PROXY"] = $"http://127.0.0.1:{_proxy.Port}";
            variables["CODEX_CA_CERTIFICATE"] = _proxy.WriteAuthority(_user);
        }

        foreach (var (variable, value) in scenario.Environment)
        {
            variables.Remove(variable);
            if (value is not null)
                variables[variable] = Expand(value).Replace("{port}", $"{port}", StringComparison.Ordinal).Replace("{PATH}", path, StringComparison.Ordinal);
        }

        return variables;
    }
}
