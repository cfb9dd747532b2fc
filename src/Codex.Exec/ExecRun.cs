using System.Text.Json;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Reviews;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Exec.Output;
using Codex.Exec.Prompts;
using Codex.Protocol.Reviews;

namespace Codex.Exec;

/// <summary>One headless run: prompt, checks, thread, turn, output, exit code (<c>codex-rs/exec/src/lib.rs</c>).</summary>
/// <param name="options">What to do.</param>
/// <param name="streams">The standard streams.</param>
public sealed class ExecRun(ExecOptions options, ExecStreams streams)
{
    private readonly TextSink _error = new(streams.Error);

    /// <summary>Notifications that this front-end never shows; a connection made for it should not produce them.</summary>
    public static IReadOnlyList<string> UnusedNotifications { get; } =
    [
        AgentMessageDeltaNotification.Name,
        ReasoningSummaryTextDeltaNotification.Name,
        ReasoningSummaryPartAddedNotification.Name,
        ReasoningTextDeltaNotification.Name,
        CommandExecutionOutputDeltaNotification.Name,
        TerminalInteractionNotification.Name,
        ThreadStatusChangedNotification.Name,
    ];

    /// <summary>Runs to the end.</summary>
    /// <param name="connect">Opens the connection, once the prompt and the checks are done.</param>
    /// <param name="listen">Starts to deliver signals to a handler until it is disposed.</param>
    /// <param name="cancellationToken">Ends the run as fast as possible.</param>
    /// <returns>The exit code, see <see cref="ExecExitCode"/>.</returns>
    public async Task<int> RunAsync(
        Func<CancellationToken, ValueTask<IAppServerConnection>> connect,
        Func<Action<ExecSignal>, IDisposable> listen,
        CancellationToken cancellationToken)
    {
        try
        {
            var review = options.Review is { } target ? ReadTarget(target) : null;
            var prompt = review?.Description ?? ReadPrompt();
            var schema = options.OutputSchemaFile is { } file ? OutputSchemaFile.Read(file) : default(JsonElement?);
            CheckRepository();
            await using var connection = await connect(cancellationToken).ConfigureAwait(false);
            return await RunTurnAsync(connection, prompt, review, schema, listen, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecException exception)
        {
            _error.Line(exception.Message);
            return ExecExitCode.Failure;
        }
    }

    private string ReadPrompt()
    {
        var reader = new PromptReader(streams, _error);
        return options.Resume is null ? reader.ReadWithContext(options.Prompt) : reader.Read(options.Prompt);
    }

    // A review in words of the user takes them from where prompts come from.
    private ReviewTarget ReadTarget(ReviewTarget target)
    {
        if (target is not ReviewTarget.Custom { Instructions: var words })
            return target;
        var instructions = new PromptReader(streams, _error).Read(words).Trim();
        return instructions.Length > 0 ? new ReviewTarget.Custom(instructions) : throw new ExecException("Error: Review prompt cannot be empty");
    }

    private void CheckRepository()
    {
        if (options.RequiresRepository && !RepositoryCheck.IsInside(options.Display.WorkingDirectory))
            throw new ExecException("Not inside a trusted directory and --skip-git-repo-check was not specified.");
    }

    private async Task<int> RunTurnAsync(
        IAppServerConnection connection,
        string prompt,
        ReviewTarget? review,
        JsonElement? schema,
        Func<Action<ExecSignal>, IDisposable> listen,
        CancellationToken cancellationToken)
    {
        using var output = CreateOutput();
        var thread = await OpenThreadAsync(connection, cancellationToken).ConfigureAwait(false);
        output.Begin(thread, prompt);
        foreach (var warning in options.Display.Warnings)
            output.WarnPeople(warning);

        using var watch = new TurnWatch(connection, output, thread.Thread.Id, cancellationToken);
        using var listening = listen(watch.OnSignal);
        var turnId = review is null
            ? await StartTurnAsync(connection, TurnParams(thread.Thread.Id, prompt, schema), cancellationToken).ConfigureAwait(false)
            : await StartReviewAsync(connection, thread.Thread.Id, review, cancellationToken).ConfigureAwait(false);
        var exitCode = await watch.RunAsync(turnId).ConfigureAwait(false);

        // The thread ends before the last lines are printed, so that a script that sees them finds complete files.
        await connection.DisposeAsync().ConfigureAwait(false);
        output.Finish();
        return exitCode;
    }

    private static async Task<string> StartTurnAsync(IAppServerConnection connection, TurnStartParams parameters, CancellationToken cancellationToken)
    {
        var started = await RequestAsync(connection, AppServerMethods.TurnStart, parameters, cancellationToken).ConfigureAwait(false);
        return started.Turn.Id;
    }

    private static async Task<string> StartReviewAsync(
        IAppServerConnection connection, string threadId, ReviewTarget target, CancellationToken cancellationToken)
    {
        var parameters = new ReviewStartParams { ThreadId = threadId, Target = target };
        var started = await RequestAsync(connection, AppServerMethods.ReviewStart, parameters, cancellationToken).ConfigureAwait(false);
        return started.Turn.Id;
    }

    private IExecOutput CreateOutput() => options.Json
        ? new JsonOutput(new TextSink(streams.Output), _error, options.LastMessageFile)
        : new HumanOutput(options, streams, _error);

    private async Task<LoadedThreadResult> OpenThreadAsync(IAppServerConnection connection, CancellationToken cancellationToken)
    {
        if (await FindThreadAsync(connection, cancellationToken).ConfigureAwait(false) is { } id)
            return await RequestAsync(connection, AppServerMethods.ThreadResume, ResumeParams(id), cancellationToken).ConfigureAwait(false);
        return await RequestAsync(connection, AppServerMethods.ThreadStart, options.Thread, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> FindThreadAsync(IAppServerConnection connection, CancellationToken cancellationToken)
    {
        if (options.Resume is not { } target)
            return null;
        if (Guid.TryParse(target.IdOrName, out _))
            return target.IdOrName;
        var parameters = new ThreadFindParams
        {
            IdOrName = target.IdOrName,
            Cwd = target.AnyDirectory ? null : options.Display.WorkingDirectory,
            ModelProvider = target.IdOrName is null ? options.Thread.ModelProvider : null,
        };
        var found = await RequestAsync(connection, AppServerMethods.ThreadFind, parameters, cancellationToken).ConfigureAwait(false);
        return found.ThreadId;
    }

    private ThreadResumeParams ResumeParams(string threadId) => new()
    {
        ThreadId = threadId,
        Model = options.Thread.Model,
        ModelProvider = options.Thread.ModelProvider,
        Cwd = options.Thread.Cwd,
        RuntimeWorkspaceRoots = options.Thread.RuntimeWorkspaceRoots,
        ApprovalPolicy = options.Thread.ApprovalPolicy,
        ApprovalsReviewer = options.Thread.ApprovalsReviewer,
        Sandbox = options.Thread.Sandbox,
        Permissions = options.Thread.Permissions,
    };

    private TurnStartParams TurnParams(string threadId, string prompt, JsonElement? schema) => new()
    {
        ThreadId = threadId,
        Input = [.. options.Images.Select(static image => new LocalImageUserInput(image)), new TextUserInput(prompt)],
        Cwd = options.Thread.Cwd,
        ApprovalPolicy = options.Thread.ApprovalPolicy,
        OutputSchema = schema,
    };

    private static async Task<TResult> RequestAsync<TParams, TResult>(
        IAppServerConnection connection,
        AppServerMethod<TParams, TResult> method,
        TParams parameters,
        CancellationToken cancellationToken)
        where TParams : class
        where TResult : class
    {
        try
        {
            return await connection.RequestAsync(method, parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonRpcException exception)
        {
            throw new ExecException(
                $"Error: {method.Name}: {method.Name} failed: {exception.Error.Message} (code {exception.Error.Code}){DataOf(exception.Error)}");
        }
    }

    private static string DataOf(JsonRpcError error) => error.Data is { } data ? $", data: {data.GetRawText()}" : "";
}
