using Codex.Execution.Policy.PowerShell;

namespace Codex.Execution.Tests.Policy.PowerShell;

public sealed class PowerShellCommandsTests
{
    [Theory]
    [InlineData("Get-ChildItem -Recurse | Select-String foo")]
    [InlineData("ls; pwd")]
    [InlineData("Get-Content 'foo bar'")]
    [InlineData("Get-Content \"foo bar\"")]
    [InlineData("git status\nrg foo src")]
    [InlineData("git log --oneline")]
    public void Scripts_that_only_read_are_safe(string script) =>
        Assert.True(SafePowerShellCommands.Contains([@"C:\Program Files\PowerShell\7\pwsh.exe", "-NoLogo", "-NoProfile", "-Command", script]));

    [Theory]
    [InlineData("Remove-Item foo.txt")]
    [InlineData("rg --PRE cat pattern")]
    [InlineData("echo hi > out.txt")]
    [InlineData("Get-Content x | Out-File y")]
    [InlineData("& Remove-Item foo")]
    [InlineData("Get-ChildItem; Remove-Item foo")]
    [InlineData("Write-Output (Set-Content foo6.txt 'abc')")]
    [InlineData("ls @(calc.exe)")]
    [InlineData("ls && pwd")]
    [InlineData("Write-Output $(Get-Content foo)")]
    [InlineData("Get-Content $foo")]
    [InlineData("Write-Output \"foo $bar\"")]
    [InlineData("''")]
    [InlineData("git log --% HEAD --output=x")]
    [InlineData("git -c core.pager=cat log")]
    [InlineData("ls |")]
    [InlineData("ls `\nrm")]
    [InlineData("'ls' x")]
    [InlineData("ls 'open")]
    [InlineData("")]
    public void Scripts_that_might_change_something_are_not(string script) =>
        Assert.False(SafePowerShellCommands.Contains(["powershell.exe", "-Command", script]));

    [Theory]
    [InlineData(true, "pwsh", "-Command:ls")]
    [InlineData(true, "pwsh", "-NoProfile", "git", "status")]
    [InlineData(true, "pwsh", "-NoProfile", "cat", "a b")]
    [InlineData(false, "pwsh", "-EncodedCommand", "abc")]
    [InlineData(false, "pwsh", "-File", "x.ps1")]
    [InlineData(false, "pwsh", "-ExecutionPolicy", "Bypass", "-c", "ls")]
    [InlineData(false, "pwsh", "-c", "ls", "extra")]
    [InlineData(false, "pwsh")]
    [InlineData(false, "cmd", "/c", "dir")]
    public void Only_quiet_flags_may_stand_before_the_script(bool expected, params string[] command) =>
        Assert.Equal(expected, SafePowerShellCommands.Contains(command));

    [Theory]
    [InlineData("powershell", "-Command", "Start-Process https://example.com")]
    [InlineData("powershell", "-Command", "Start-Process('https://example.com');")]
    [InlineData("pwsh", "-c", "(New-Object -ComObject Shell.Application).ShellExecute('https://example.com')")]
    [InlineData("pwsh", "-Command", "Remove-Item test -Force")]
    [InlineData("pwsh", "-Command", "if ($true) { rm x -Force:$true }")]
    [InlineData("pwsh", "-Command", "Get-ChildItem | Remove-Item -Recurse -Force")]
    [InlineData("cmd", "/c", "start https://example.com")]
    [InlineData("cmd.exe", "/q", "/c", "del /f x")]
    [InlineData("cmd", "/c", "echo hi&del /f x")]
    [InlineData("cmd", "/c", "echo hi", "&&", "rd", "/s", "/q", "x")]
    [InlineData("explorer.exe", "https://example.com")]
    [InlineData("mshta", "https://example.com")]
    [InlineData("rundll32", "url.dll,FileProtocolHandler", "https://example.com")]
    [InlineData(@"C:\x\chrome.exe", "http://example.com")]
    public void Forced_deletion_and_opened_addresses_are_dangerous(params string[] command) => Assert.True(DangerousWindowsCommands.Contains(command));

    [Theory]
    [InlineData("powershell", "-Command", "Start-Process notepad.exe")]
    [InlineData("pwsh", "-Command", "Remove-Item test")]
    [InlineData("pwsh", "-Command", "rm x; Get-Item -Force y")]
    [InlineData("cmd", "/c", "del x")]
    [InlineData("cmd", "/c", "rd /s x")]
    [InlineData("cmd", "x", "/c", "del /f x")]
    [InlineData("explorer.exe", ".")]
    [InlineData("git", "clone", "https://example.com/x.git")]
    public void Other_uses_of_the_same_programs_are_not(params string[] command) => Assert.False(DangerousWindowsCommands.Contains(command));
}
