using System.Globalization;
using Codex.Protocol.Items;
using Codex.Tools.BuiltIn.UserCommands;

namespace Codex.Engine.UserCommands;

/// <summary>What the model is told about a command of the user.</summary>
internal static class UserShellRecord
{
    /// <summary>The message.</summary>
    public static MessageItem Of(string command, UserShellResult result) => MessageItem.OfText("user", string.Create(
        CultureInfo.InvariantCulture,
        $"<user_shell_command>\n<command>\n{command}\n</command>\n<result>\nExit code: {result.ExitCode}\nDuration: {result.Duration.TotalSeconds:0.0000} seconds\nOutput:\n{result.Output}\n</result>\n</user_shell_command>"));
}
