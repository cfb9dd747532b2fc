using Codex.AppServer.Protocol.Threads;
using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Engine;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>The configuration of a scenario, in a home without stored threads.</summary>
internal sealed class ScenarioSetup : IThreadSetup, IThreadDirectory, IDisposable
{
    private readonly ApprovalSide _side;
    private readonly CommandRulesStore _rules;
    private readonly ResponsesClient _client;

    public ScenarioSetup(ApprovalSide side, HostEnvironment environment)
    {
        _side = side;
        var rules = File.Exists(side.RulesFile) ? RuleFiles.Load([side.Home]) : CommandRules.Empty;
        _rules = new CommandRulesStore(rules, side.RulesFile);
        var endpoint = new ProviderEndpoint { Id = "fake", Name = "fake", BaseUrl = side.Server.BaseUri.ToString(), RequestRetries = new RetryPolicy(0) };
        _client = new ResponsesClient(new ResponsesClientOptions
        {
            Endpoint = endpoint,
            Credentials = new ProviderCredentials(endpoint, environment, source: null),
            Identity = new ClientIdentity("test", "test/1"),
            Environment = environment,
            Time = TimeProvider.System,
            Random = new RandomIdSource(),
            CreateHandler = () => HttpHandlerFactory.Create(environment),
        });
    }

    public ThreadPlan Plan(ThreadStartParams parameters) => new()
    {
        Options = new ThreadStartOptions
        {
            ModelClient = _client,
            Model = ModelCatalog.Bundled().Resolve("gpt-5.5"),
            WorkingDirectory = _side.Workspace,
            ModelProviderId = "fake",
            ApprovalPolicy = AskForApproval.Find(_side.Scenario.Policy)!,
            PermissionProfile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, true, true).WithWorkspaceRoots([_side.Workspace]),
            Tools = new BuiltInToolOptions { Rules = _rules, UnifiedExec = _side.Scenario.UnifiedExec, OffersAdditionalPermissions = _side.Scenario.OffersAdditionalPermissions },
        },
    };

    public ThreadPlan Plan(ThreadResumeParams parameters) => Plan(new ThreadStartParams());

    public string? FindById(string threadId) => null;

    public string? FindArchivedById(string threadId) => null;

    public string? FindLatest(string? modelProvider, string? workingDirectory, CancellationToken cancellationToken) => null;

    public string? FindByName(string name, string? workingDirectory, CancellationToken cancellationToken) => null;

    public string? ThreadIdOf(string rolloutPath) => null;

    public void Dispose()
    {
        _rules.Dispose();
        _client.Dispose();
    }
}
