namespace MechanismDsl.Tool;

/// <summary>What the user can put right: the message names the place and the repair.</summary>
internal sealed class ToolException : Exception
{
    /// <summary>Something the user said cannot be done.</summary>
    public const int BadInput = 2;

    /// <summary>The project does not compile, or a mechanism has errors.</summary>
    public const int BadProject = 1;

    /// <summary>The user stopped the command, as shells say it: 128 and the number of the interrupt.</summary>
    public const int Stopped = 130;

    /// <summary>A failure with a message.</summary>
    public ToolException(string message, int exitCode = BadInput)
        : base(message) => ExitCode = exitCode;

    /// <summary>What the process returns.</summary>
    public int ExitCode { get; }
}
