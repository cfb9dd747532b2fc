using System.Text.RegularExpressions;
using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Policy.Rules;

/// <summary>Rules files of random text: the same for every run.</summary>
public sealed partial class RulesFuzzTests
{
    private const int Rounds = 4_000;

    private static readonly string[] s_pieces =
    [
        "prefix_rule(", "network_rule(", "host_executable(", "pattern=", "decision=", "match=", "not_match=", "justification=", "host=", "protocol=", "name=", "paths=",
        "[\"git\", \"status\"]", "[[\"a\", \"b\"], \"c\"]", "\"allow\"", "\"prompt\"", "\"forbidden\"", "\"https\"", "\"example.com\"", "\"/usr/bin/git\"", "\"\"", "[]", "None", "1",
        ",", ")", "(", "\n", " ", "#", "x = ", "for i in range(3):\n  ", "def f():\n  ", "if True:\n  ", "f\"{x}\"", "lambda: 1", "\"", "'", "\\", "é", "\0", "\t", "load(", "1 << 99999", "\"a\" * 9",
    ];

    [Fact]
    public void Every_text_is_read_or_refused_with_its_place()
    {
        var random = new Random(4711);
        for (var round = 0; round < Rounds; round++)
        {
            var text = string.Concat(random.GetItems(s_pieces, random.Next(1, 25)));
            if (Error(text) is { } error)
            {
                Assert.True(Place().IsMatch(error.Message), $"no line in '{error.Message}' for\n{text}");
                Assert.NotEmpty(error.Report);
            }
        }
    }

    [Fact]
    public void A_file_that_is_wrong_in_one_place_says_which()
    {
        const string Rules = "prefix_rule(pattern=[\"git\", \"status\"], decision=\"allow\")\nnetwork_rule(host=\"example.com\", protocol=\"https\", decision=\"allow\")\n";
        var random = new Random(4711);
        for (var round = 0; round < Rounds; round++)
        {
            var at = random.Next(Rules.Length);
            var damaged = Rules.Remove(at, random.Next(0, Math.Min(8, Rules.Length - at))).Insert(at, random.GetItems(s_pieces, 1)[0]);
            if (Error(damaged) is { } error)
                Assert.True(Place().IsMatch(error.Message), $"no line in '{error.Message}' for\n{damaged}");
        }

        // The report points at the column.
        Assert.Contains(" --> f.rules:1:13\n", Error("prefix_rule(=)")!.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_judges_every_command()
    {
        var random = new Random(4711);
        var reader = new RulesReader();
        reader.Read("f.rules", "prefix_rule(pattern=[\"git\"], decision=\"prompt\")\nprefix_rule(pattern=[\"rm\"], decision=\"forbidden\")\n");
        var rules = reader.Build();
        var policy = new CommandPolicy(() => rules);
        string[] words = ["bash", "-lc", "git", "rm", "-rf", "/", "$(git x)", "`rm`", "a && git b", "'", "\"", "<<EOF", "EOF\n", "|", ";", "x=1", "", "é", "\0", "pwsh", "-Command", "Get-Content {", "env", "sudo", "for", "(", ")"];
        for (var round = 0; round < Rounds; round++)
        {
            string[] command = [.. random.GetItems(words, random.Next(1, 5)), string.Join(' ', random.GetItems(words, random.Next(0, 12)))];
            var context = new CommandPolicyContext(AskForApproval.OnRequest, PermissionProfile.ReadOnly, SandboxPermissions.UseDefault) { WorkingDirectory = "/ws" };
            Assert.NotNull(policy.Evaluate(command, context));
        }
    }

    private static RulesException? Error(string text)
    {
        try
        {
            new RulesReader().Read("f.rules", text);
            return null;
        }
        catch (RulesException error)
        {
            return error;
        }
    }

    [GeneratedRegex("^f\\.rules:[0-9]+: ")]
    private static partial Regex Place();
}
