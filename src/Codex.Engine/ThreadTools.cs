using System.Collections.Immutable;
using Codex.Formats.Images;
using Codex.Tools;
using Codex.Tools.BuiltIn.ApplyPatch;
using Codex.Tools.BuiltIn.RequestUserInput;
using Codex.Tools.BuiltIn.UpdatePlan;
using Codex.Tools.BuiltIn.ViewImage;

namespace Codex.Engine;

/// <summary>The tools of one thread and what they share: settings and running sessions.</summary>
internal sealed class ThreadTools : IAsyncDisposable
{
    private readonly Lazy<ToolRouter> _router;
    private readonly PatchSession _patches;
    private readonly ImagePipeline _images = new();

    public ThreadTools(EngineServices services, ThreadStartOptions options, string threadId)
    {
        _ = threadId;
        _patches = new PatchSession(services.Clock);
        UserMessages = new UserMessages(new LocalImageReader(_images));
        Settings = CreateSettings(services, options);
        _router = new Lazy<ToolRouter>(() => CreateRouter(options));
    }

    /// <summary>What holds for the turns of the thread.</summary>
    public TurnSettings Settings { get; }

    /// <summary>Makes messages of what the user gives.</summary>
    public UserMessages UserMessages { get; }

    /// <summary>The tools; made at the first turn.</summary>
    public ToolRouter Router => _router.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ToolRouter CreateRouter(ThreadStartOptions options)
    {
        ImmutableArray<ITool> offered =
        [
            new UpdatePlanTool(),
            new RequestUserInputTool(),
            .. options.Model.ApplyPatchToolType == "freeform" ? [new ApplyPatchTool(_patches)] : Array.Empty<ITool>(),
            new ViewImageTool(_images),
            .. options.ExtraTools,
        ];
        ImmutableArray<ToolSpec> hosted =
            WebSearchSpec.Create(options.Tools.WebSearch, options.Tools.WebSearchOptions, options.Model.WebSearchToolType == "text_and_image") is { } search ? [search] : [];
        return new ToolRouter(offered, hidden: [], hosted, new ToolContext(Settings));
    }

    private static TurnSettings CreateSettings(EngineServices services, ThreadStartOptions options) => new()
    {
        WorkingDirectory = options.WorkingDirectory,
        WorkspaceRoots = options.EffectiveWorkspaceRoots,
        ApprovalPolicy = options.ApprovalPolicy,
        PermissionProfile = options.PermissionProfile,
        Host = services.Host,
        Model = options.Model.Slug,
        Truncation = options.Model.TruncationPolicy,
        ModelAcceptsImages = options.Model.SupportsImages,
        ModelSupportsOriginalImageDetail = options.Model.SupportsImageDetailOriginal,
        AllowLoginShell = options.Tools.AllowLoginShell,
        ShellPath = "/bin/bash",
    };
}
