using Microsoft.CodeAnalysis;
using MechanismDsl.Analyzers.Rules.Internal;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>
/// Turns a fault of an analyzer into an error of the build. The compiler itself reports a crashing analyzer only as a warning and goes on
/// without it, which would let a refuted guarantee pass: a gate has to fail closed.
/// </summary>
internal static class Guard
{
    /// <summary>Runs <paramref name="action"/>; anything it throws but a cancellation becomes MECH9001 at <paramref name="location"/>.</summary>
    /// <param name="subject">What is examined, for the message.</param>
    /// <param name="location">Where to report a fault.</param>
    /// <param name="report">Takes the diagnostic of a fault.</param>
    /// <param name="action">The examination.</param>
    public static void Run(string subject, Location location, Action<Diagnostic> report, Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            report(Diagnostic.Create(InternalErrorRule.Descriptor, location, subject, fault.GetType().Name, OneLine(fault.Message)));
        }
    }

    // A message with line breaks would be cut off in the error list of most editors.
    private static string OneLine(string text) => text.Replace("\r", string.Empty).Replace('\n', ' ');
}
