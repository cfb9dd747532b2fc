using System.Diagnostics;
using Codex.AppServer;
using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Engine;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>Starts the two app-servers, each with its own home and workspace.</summary>
internal static class AppServerSides
{
    private const string Client = "parity";

    internal static async Task<IAppServerSide> StartRealAsync(
        AppServerScenario scenario, string oracle, AppServerPlace place, CancellationToken cancellationToken)
    {
        Configure(scenario, place);
        var start = scenario.Requirements is { } requirements ? Administered(oracle, place, requirements) : new ProcessStartInfo(oracle, ["app-server"]);
        start.WorkingDirectory = place.Workspace;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in place.Variables(oracle))
            start.Environment[name] = value;
        var side = new RealAppServer(start, scenario.AnswerTo);
        await side.RequestAsync(
            "initialize",
            System.Text.Json.Nodes.JsonNode.Parse(
                $$"""{"clientInfo":{"name":"{{Client}}","version":"1"},"capabilities":{"experimentalApi":true} }""")!,
            cancellationToken);
        return side;
    }

    // The requirements of an administrator are those of the machine; a view of our own spares everybody else.
    private static ProcessStartInfo Administered(string oracle, AppServerPlace place, string requirements)
    {
        var system = Path.Combine(place.User, "etc");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(system, "codex")).FullName, "requirements.toml"), requirements);
        return new ProcessStartInfo(
            "unshare", ["-m", "sh", "-c", "mount -t overlay overlay -o lowerdir=\"$1\":/etc /etc && exec \"$2\" app-server", "sh", system, oracle]);
    }

    /// <summary>Writes the configuration of the real one.</summary>
    internal static void Configure(AppServerScenario scenario, AppServerPlace place) =>
        File.WriteAllText(Path.Combine(place.Home, "config.toml"), Config(scenario, place));

    internal static IAppServerSide StartOurs(AppServerScenario scenario, string oracle, AppServerPlace place)
    {
        var host = new HostEnvironment
        {
            Variables = place.Variables(oracle),
            CurrentDirectory = place.Workspace,
            HomeDirectory = place.User,
            TemporaryDirectory = Path.GetTempPath(),
            // What opens the listeners of a filtered network is our own program.
            ExecutablePath = scenario.Requirements is null ? "/nonexistent/codex" : OurCodex.Executable,
            TimeZoneName = "Etc/UTC",
        };
        var manager = new ThreadManager(new EngineServices { Host = host, CodexHome = place.Home, InstallationId = Guid.NewGuid().ToString("D") });
        var setup = new OurThreadSetup(scenario.Options(Options(scenario, place, host), place));
        return new OurAppServer(
            manager,
            new AppServerHost(new AppServerServices
            {
                Threads = manager,
                Setup = setup,
                Directory = setup,
                CodexHome = place.Home,
                Clock = TimeProvider.System,
            }),
            scenario.AnswerTo);
    }

    private static ThreadStartOptions Options(AppServerScenario scenario, AppServerPlace place, HostEnvironment host)
    {
        var endpoint = new ProviderEndpoint
        {
            Id = "fake",
            Name = scenario.ProviderName,
            BaseUrl = $"http://127.0.0.1:{place.Port}/v1",
            RequestRetries = new RetryPolicy(0),
        };
        return new ThreadStartOptions
        {
            ModelClient = new ResponsesClient(new ResponsesClientOptions
            {
                Endpoint = endpoint,
                Credentials = new ProviderCredentials(endpoint, host, source: null),
                Identity = new ClientIdentity(Client, $"{Client}/1"),
                Environment = host,
                Time = TimeProvider.System,
                Random = new RandomIdSource(),
                CreateHandler = () => HttpHandlerFactory.Create(host),
            }),
            Model = ModelCatalog.Bundled().Resolve("gpt-5.5"),
            WorkingDirectory = place.Workspace,
            WorkspaceRoots = [place.Workspace],
            ModelProviderId = "fake",
            StreamMaxRetries = 1,
            PermissionProfile = new PermissionProfile.Disabled(),
            Originator = Client,
            Source = "vscode",
            Personality = "pragmatic",
        };
    }

    private static string Config(AppServerScenario scenario, AppServerPlace place) =>
        $"""
        model = "gpt-5.5"
        model_provider = "fake"
        {scenario.Config}

        [model_providers.fake]
        name = "{scenario.ProviderName}"
        base_url = "http://127.0.0.1:{place.Port}/v1"
        wire_api = "responses"
        env_key = "FAKE_KEY"
        request_max_retries = 0
        stream_max_retries = 1

        [features]
        goals = false
        multi_agent = false
        plugins = false
        apps = false
        shell_snapshot = false
        {scenario.Features}

        [skills.bundled]
        enabled = false

        {scenario.Sections}
        """;
}
