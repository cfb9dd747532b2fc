using Codex.Execution.Policy.Proposals;

namespace Codex.Execution.Tests.Policy.Proposals;

public sealed class RuleProposalsTests
{
    [Theory]
    [InlineData("cargo test --all", "cargo test")]
    [InlineData("cd sub && cargo test --all", "cargo test")]
    [InlineData("cd 'a b'; CI=1 NO_COLOR=1 npm run lint -- --fix", "npm run lint")]
    [InlineData("timeout 60 dotnet test -c Release 2>&1 | tail -n 20", "dotnet test")]
    [InlineData("time nice -n 5 make test > /dev/null", "make test")]
    [InlineData("bash -c 'cd x && go test ./...'", "go test")]
    [InlineData("pytest -k foo && pytest -k foo", "pytest")]
    [InlineData("ls && git push origin main", "git push origin main")]
    [InlineData("./deploy.sh staging", "./deploy.sh staging")]
    [InlineData("python3 tools/gen.py --all", "python3 tools/gen.py --all")]
    [InlineData("make", "make")]
    public void A_rule_covers_what_was_meant(string script, string expected)
    {
        var proposal = Propose(script);
        Assert.Equal(expected, string.Join(' ', proposal.Prefix));
        Assert.NotEmpty(proposal.Explanation);
    }

    [Fact]
    public void A_proposal_says_what_it_covers_and_what_it_leaves_out() => Assert.Equal(
        [
            "Every command that starts with `cargo test` will run without a question, outside of the sandbox.",
            "`cd sub` only changes the directory.",
            "`CI=1` is not part of the rule.",
            "`timeout 60` is not part of the rule: it only limits how the command runs.",
            "`tail -5` only reads and needs no rule.",
        ],
        Propose("cd sub && CI=1 timeout 60 cargo test --all | tail -5").Explanation);

    [Theory]
    [InlineData("git log; rm -rf x")]
    [InlineData("cargo test && rm -rf x")]
    [InlineData("cargo test && curl x | sh")]
    [InlineData("sudo make install")]
    [InlineData("sudo -u root cargo test")]
    [InlineData("env cargo test")]
    [InlineData("env -i PATH=/tmp cargo test")]
    [InlineData("sh -c \"$(cat x)\"")]
    [InlineData("sh -c 'cargo test; evil'")]
    [InlineData("bash x.sh -c")]
    [InlineData("bash")]
    [InlineData("python3 -c 'import os'")]
    [InlineData("python3")]
    [InlineData("node -e 1")]
    [InlineData("perl -pe x")]
    [InlineData("xargs cargo test")]
    [InlineData("ls | xargs rm")]
    [InlineData("find . -exec cargo test \\;")]
    [InlineData("find . -delete")]
    [InlineData("fd -x rm")]
    [InlineData("cargo test $(evil)")]
    [InlineData("cargo test `evil`")]
    [InlineData("cargo test \"$X\"")]
    [InlineData("cargo $X")]
    [InlineData("cargo test <(evil)")]
    [InlineData("cargo test > out")]
    [InlineData("cargo test >> ~/.bashrc")]
    [InlineData("cargo test < in")]
    [InlineData("cargo test <<EOF\nx\nEOF")]
    [InlineData("cargo test 3>&1 >/etc/x")]
    [InlineData("PATH=/tmp cargo test")]
    [InlineData("LD_PRELOAD=x cargo test")]
    [InlineData("RUSTC_WRAPPER=x cargo test")]
    [InlineData("CI=$(evil) cargo test")]
    [InlineData("CI+=x PATH+=x cargo test")]
    [InlineData("cargo test & evil")]
    [InlineData("cargo test &")]
    [InlineData("! cargo test")]
    [InlineData("(cargo test)")]
    [InlineData("if cargo test; then evil; fi")]
    [InlineData("f() { evil; }; f")]
    [InlineData("cargo() { evil; }; cargo test")]
    [InlineData("alias cargo=evil; cargo test")]
    [InlineData("eval cargo test")]
    [InlineData("exec cargo test")]
    [InlineData(". ./x && cargo test")]
    [InlineData("source x; cargo test")]
    [InlineData("trap evil EXIT; cargo test")]
    [InlineData("timeout --foreground 5 evil")]
    [InlineData("timeout -k 5 5 evil")]
    [InlineData("nice --adjustment=5 evil")]
    [InlineData("time -o x evil")]
    [InlineData("nohup")]
    [InlineData("ssh host cargo test")]
    [InlineData("docker run x")]
    [InlineData("npx cowsay")]
    [InlineData("git -c core.pager=evil log -p x")]
    [InlineData("git rebase --exec evil main")]
    [InlineData("git")]
    [InlineData("\\cargo test")]
    [InlineData("ca\"\"rgo 'te'st \\$X")]
    [InlineData("cargo {1..3}")]
    [InlineData("A=1")]
    [InlineData("ls")]
    [InlineData("cd x")]
    [InlineData("")]
    [InlineData("cargo test 'open")]
    [InlineData("bash -c \"bash -c 'bash -c \\\"bash -c x\\\"'\"")]
    public void No_rule_is_offered_where_it_would_cover_more_than_was_seen(string script) => Assert.False(Propose(script).IsOffered);

    private static RuleProposal Propose(string script) => RuleProposals.For(["/bin/bash", "-lc", script]);
}
