using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>A handler of a hook.</summary>
public sealed record HookHandlerSection
{
    /// <summary>command, prompt or agent.</summary>
    public string Type { get; init; } = "";

    /// <summary>The command.</summary>
    public string? Command { get; init; }

    /// <summary>The command on Windows.</summary>
    public string? CommandWindows { get; init; }

    /// <summary>Time limit in seconds.</summary>
    public long? Timeout { get; init; }

    /// <summary>Whether it is not waited for.</summary>
    public bool Async { get; init; }

    /// <summary>What is shown meanwhile.</summary>
    public string? StatusMessage { get; init; }

    internal static HookHandlerSection Read(TableReader table)
    {
        table.IgnoreUnknown();
        return new HookHandlerSection
        {
            Type = HookHandlerFields.ReadType(table),
            Command = HookHandlerFields.ReadCommand(table),
            CommandWindows = table.String("commandWindows") ?? table.String("command_windows"),
            Timeout = table.Integer("timeout", IntegerKind.U64),
            Async = table.Boolean("async") ?? false,
            StatusMessage = table.String("statusMessage"),
        };
    }
}
