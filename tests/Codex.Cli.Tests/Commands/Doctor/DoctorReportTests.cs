using System.Text;
using System.Text.Json.Nodes;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Commands.Doctor.Text;

namespace Codex.Cli.Tests.Commands.Doctor;

public sealed class DoctorReportTests
{
    [Theory]
    [InlineData("token", "abc", "<redacted>")]
    [InlineData("stored ChatGPT tokens", "true", "true")]
    [InlineData("provider auth env var", "MY_TOKEN (missing)", "MY_TOKEN (missing)")]
    [InlineData("cause", "the key sk-123 is wrong", "<redacted>")]
    [InlineData("endpoint", "https://user:pass@host:1/v1/responses?x=1 failed", "https://host:1/v1/<redacted> failed")]
    [InlineData("endpoint", "(https://host/one)", "(https://host/one)")]
    [InlineData("auth file", "/home/me/auth.json", "/home/me/auth.json")]
    public void Facts_hold_no_secrets(string label, string value, string shown) => Assert.Equal(shown, DoctorDetail.Of(label, value).Value);

    [Fact]
    public void The_report_for_programs_is_sorted_and_repeated_labels_become_lists()
    {
        var details = new DetailList();
        details.Add("b", "1");
        details.Add("a", "x");
        details.Add("a", "y");
        details.Remark("remark");
        var report = new DoctorReport(
            DateTimeOffset.UnixEpoch.AddSeconds(7),
            [
                new DoctorCheck { Id = "z", Category = "z", Summary = "s" },
                new DoctorCheck
                {
                    Id = "a",
                    Category = "c",
                    Summary = "s",
                    Status = DoctorStatus.Fail,
                    Details = details.Details,
                    Issues = [new DoctorIssue(DoctorStatus.Fail, "cause") { Measured = "http://u:p@h/" }],
                    Remediation = "do",
                    DurationMilliseconds = 3,
                },
            ]);

        Assert.Equal(
            """
            {"schemaVersion":1,"generatedAt":"7s since unix epoch","overallStatus":"fail","codexVersion":"0.136.0","checks":{
            "a":{"id":"a","category":"c","status":"fail","summary":"s","details":{"a":["x","y"],"b":"1"},
            "issues":[{"severity":"fail","cause":"cause","measured":"http://h/","expected":null,"remedy":null,"fields":[]}],"notes":["remark"],"remediation":"do","durationMs":3},
            "z":{"id":"z","category":"z","status":"ok","summary":"s","details":{},"remediation":null,"durationMs":0}}}
            """.ReplaceLineEndings(""),
            JsonNode.Parse(DoctorJson.Write(report))!.ToJsonString());
    }

    [Fact]
    public void The_report_for_people_has_notes_groups_and_a_count()
    {
        var details = new DetailList();
        details.Add("auth file", "/home/me/" + new string('x', 60));
        details.Add("auth file", "/home/me/a");
        var report = new DoctorReport(
            DateTimeOffset.UnixEpoch,
            [
                new DoctorCheck { Id = "auth.credentials", Category = "auth", Status = DoctorStatus.Fail, Summary = "nothing", Details = details.Details, Remediation = "log in" },
                new DoctorCheck { Id = "mcp.config", Category = "mcp", Summary = "none" },
            ]);

        var text = DoctorText.Write(report, new DoctorTextOptions(ShowsDetails: true, ShowsAll: false, IsAscii: true, HasColor: false, HomeDirectory: "/home/me"));

        Assert.Equal(
            $"""
            Codex Doctor v0.136.0

            Notes
               [XX] auth         nothing - log in
            {new string('-', 61)}

            Configuration
              [XX] auth         nothing - log in
                  auth file                ~/xxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxxxxx
                  auth file                ~/a
              [ok] mcp          none

            {new string('-', 61)}
            1 ok | 1 notes | 0 warn | 1 fail failed

            --summary compact output           --all expand truncated lists
            --json redacted report

            """,
            text);
    }

    [Fact]
    public void Colours_are_only_there_when_they_are_wanted()
    {
        var report = new DoctorReport(DateTimeOffset.UnixEpoch, [new DoctorCheck { Id = "a", Category = "auth", Summary = "s" }]);

        Assert.DoesNotContain('\e', DoctorText.Write(report, new DoctorTextOptions(true, true, false, false, null)));
        Assert.Contains("\e[38;5;10m✓\e[39m", DoctorText.Write(report, new DoctorTextOptions(true, true, false, true, null)), StringComparison.Ordinal);
        Assert.Contains("Run codex doctor without --summary", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(DoctorText.Write(report, new DoctorTextOptions(false, true, false, false, null)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "0 files, 0 total bytes, 0 average bytes", "0 files · 0 B (avg 0 B)")]
    [InlineData(4, 77132, "4 files, 77132 total bytes, 19283 average bytes", "4 files · 75.32 KB (avg 18.83 KB)")]
    [InlineData(1200, 3221225472, "1200 files, 3221225472 total bytes, 2684354 average bytes", "1,200 files · 3.00 GB (avg 2.56 MB)")]
    public void Sizes_of_rollouts_are_told_to_programs_and_to_people(long files, long bytes, string fact, string text)
    {
        Assert.Equal(fact, new RolloutCount(files, bytes).Fact);
        Assert.Equal(text, RolloutCount.Parse(fact)!.Describe());
    }
}
