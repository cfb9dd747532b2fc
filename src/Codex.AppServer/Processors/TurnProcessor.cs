using System.Collections.Immutable;
using System.Text.Json;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;
using Codex.AppServer.Threads;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Processors;

/// <summary>The <c>turn/*</c> requests.</summary>
internal sealed class TurnProcessor(LoadedThreads loaded)
{
    private const int MaximumCharacters = 1 << 20;

    public async Task<TurnStartResult> StartAsync(TurnStartParams parameters, CancellationToken cancellationToken)
    {
        var thread = loaded.Get(parameters.ThreadId);
        CheckLength(parameters.Input);
        var settings = TurnSettingsReader.Read(parameters, thread.Configured.WorkingDirectory);
        var op = Input(parameters.Input, parameters.ClientUserMessageId, parameters.AdditionalContext) with
        {
            FinalOutputSchema = parameters.OutputSchema,
            Settings = settings,
        };
        try
        {
            var turnId = await thread.SubmitAsync(op, cancellationToken).ConfigureAwait(false);
            return new TurnStartResult(new Turn { Id = turnId, Status = TurnStatus.InProgress });
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, exception.Message);
        }
    }

    public async Task<TurnSteerResult> SteerAsync(TurnSteerParams parameters, CancellationToken cancellationToken)
    {
        var thread = loaded.Get(parameters.ThreadId);
        if (parameters.ExpectedTurnId.Length == 0)
            throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, "expectedTurnId must not be empty");
        CheckLength(parameters.Input);
        var op = new Op.Steer(Input(parameters.Input, parameters.ClientUserMessageId, parameters.AdditionalContext), parameters.ExpectedTurnId);
        try
        {
            return new TurnSteerResult(await thread.SubmitAsync(op, cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, exception.Message);
        }
    }

    public async Task<TurnInterruptResult> InterruptAsync(TurnInterruptParams parameters, CancellationToken cancellationToken)
    {
        await loaded.Get(parameters.ThreadId).InterruptAsync(parameters.TurnId, cancellationToken).ConfigureAwait(false);
        return new TurnInterruptResult();
    }

    private static Op.UserInput Input(
        ImmutableArray<UserInput> input, string? clientId, ImmutableDictionary<string, AdditionalContextEntry>? context) =>
        new([.. input.Select(InputProjection.ToEngine)])
        {
            ClientId = clientId,
            AdditionalContext = [.. context?.Select(static entry => Context(entry.Key, entry.Value)) ?? []],
        };

    private static void CheckLength(IEnumerable<UserInput> inputs)
    {
        var characters = 0;
        foreach (var input in inputs)
            characters += input is TextUserInput text ? CharactersOf(text.Text) : 0;
        if (characters > MaximumCharacters)
        {
            throw new JsonRpcException(new JsonRpcError(
                JsonRpcErrorCode.InvalidParams,
                $"Input exceeds the maximum length of {MaximumCharacters} characters.",
                JsonSerializer.SerializeToElement(new InputTooLarge("input_too_large", MaximumCharacters, characters), AppServerJson.Default.InputTooLarge)));
        }
    }

    // Characters as other languages count them: a pair of surrogates is one.
    private static int CharactersOf(string text)
    {
        var pairs = 0;
        foreach (var unit in text)
            pairs += char.IsLowSurrogate(unit) ? 1 : 0;
        return text.Length - pairs;
    }

    private static AdditionalContext Context(string key, AdditionalContextEntry entry) => new(key, entry.Value, entry.Kind switch
    {
        "application" => AdditionalContextKind.Application,
        "untrusted" => AdditionalContextKind.Untrusted,
        var other => throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"Invalid request: unknown variant `{other}`, expected `untrusted` or `application`"),
    });
}
