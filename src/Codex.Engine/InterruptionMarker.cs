using System.Globalization;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>What history says about an interrupted turn.</summary>
internal static class InterruptionMarker
{
    /// <summary>The message that ends an interrupted turn; the tag is recognised by readers of rollouts.</summary>
    public const string Text =
        "<turn_aborted>\nThe user stopped this turn deliberately. Commands and edits that were under way may have been carried out in part, "
        + "and terminal sessions that were started may still be running; check the state before relying on it.\n</turn_aborted>";

    /// <summary>The output of a call that was cut short.</summary>
    public static string ToolOutput(ToolName tool, TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return tool.Name == "shell_command"
            ? $"Wall time: {seconds} seconds\naborted by user"
            : $"aborted by user after {seconds}s";
    }
}
