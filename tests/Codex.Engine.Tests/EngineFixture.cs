using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Engine.Tests;

/// <summary>An engine over a scripted server, with a home and a workspace on disk.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private readonly TempDirectory _files = new();
    private readonly List<ResponsesClient> _clients = [];
    private ThreadManager? _manager;

    public EngineFixture(params IEnumerable<Reply> script)
    {
        Server = new FakeResponsesServer(script);
        Home = _files.Create("home");
        Workspace = _files.Create("workspace");
    }

    public FakeResponsesServer Server { get; }

    public ThreadManager Manager => _manager ??= new ThreadManager(new EngineServices { Host = Host, CodexHome = Home, InstallationId = "installation", Clock = Clock });

    /// <summary>The clock of the threads.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Another one of these, which lives by a clock.</summary>
    public ThreadManager ManagerAt(TimeProvider clock) => new(new EngineServices { Host = Host, CodexHome = Home, Clock = clock });

    /// <summary>The executable that brings what sandboxes need; none by default.</summary>
    public string Executable { get; init; } = "/nonexistent/codex";

    /// <summary>The environment of the process.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = "/usr/bin:/bin" };

    public string Home { get; }

    public string Workspace { get; }

    public ModelInfo Model { get; init; } = ModelCatalog.Bundled().Resolve("gpt-5.5");

    public string[] RolloutFiles => Directory.Exists(Path.Combine(Home, "sessions"))
        ? Directory.GetFiles(Path.Combine(Home, "sessions"), "*.jsonl", SearchOption.AllDirectories)
        : [];

    private HostEnvironment Host => new()
    {
        Variables = Variables,
        CurrentDirectory = Workspace,
        TemporaryDirectory = Path.GetTempPath(),
        ExecutablePath = Executable,
    };

    public static CancellationToken Timeout => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public ThreadStartOptions Options(int streamRetries = 0) => new()
    {
        ModelClient = Client(),
        Model = Model,
        WorkingDirectory = Workspace,
        ModelProviderId = "fake",
        StreamMaxRetries = streamRetries,
        PermissionProfile = new PermissionProfile.Disabled(),
    };

    /// <summary>Starts a thread, runs one turn and gives its events up to the terminal one.</summary>
    public async Task<IReadOnlyList<EventMsg>> RunAsync(string prompt, ThreadStartOptions? options = null)
    {
        await using var thread = await Manager.StartAsync(options ?? Options(), Timeout);
        return await RunTurnAsync(thread, prompt);
    }

    /// <summary>Runs a turn on a thread whose events nobody else reads.</summary>
    public static async Task<IReadOnlyList<EventMsg>> RunTurnAsync(CodexThread thread, string prompt)
    {
        await thread.SubmitAsync(Say(prompt), Timeout);
        return await ReadTurnAsync(thread);
    }

    public static async Task<IReadOnlyList<EventMsg>> ReadTurnAsync(CodexThread thread, Action<EventMsg>? look = null)
    {
        var events = new List<EventMsg>();
        await foreach (var message in thread.ReadEventsAsync(Timeout))
        {
            events.Add(message.Message);
            look?.Invoke(message.Message);
            if (message.Message is TaskCompleteEvent or TurnAbortedEvent)
                break;
        }

        return events;
    }

    public static Op.UserInput Say(string text) => new([new TextInput(text)]);

    public async ValueTask DisposeAsync()
    {
        if (_manager is not null)
            await _manager.DisposeAsync();
        _clients.ForEach(static client => client.Dispose());
        await Server.DisposeAsync();
        _files.Dispose();
    }

    private ResponsesClient Client()
    {
        var endpoint = new ProviderEndpoint
        {
            Id = "fake",
            Name = "fake",
            BaseUrl = Server.BaseUri.ToString(),
            RequestRetries = new RetryPolicy(0),
        };
        var client = new ResponsesClient(new ResponsesClientOptions
        {
            Endpoint = endpoint,
            Credentials = new ProviderCredentials(endpoint, Host, source: null),
            Identity = new ClientIdentity("test", "test/1"),
            Environment = Host,
            Time = TimeProvider.System,
            Random = new RandomIdSource(),
            CreateHandler = () => HttpHandlerFactory.Create(Host),
        });
        _clients.Add(client);
        return client;
    }
}
