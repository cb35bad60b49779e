using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>A fault of an analyzer becomes MECH9001; a cancellation does not. RuleBookTests asserts that every analyzer reports it.</summary>
public class InternalErrorTests
{
    [Fact]
    public void MECH9001_NamesTheTypeAndAsksForAReport()
    {
        List<Diagnostic> found = [];
        Guard.Run("Vickrey", Location.None, found.Add, () => throw new InvalidOperationException("first line\r\nsecond line"));
        var one = Assert.Single(found);
        Assert.Equal("MECH9001", one.Id);
        Assert.Equal(DiagnosticSeverity.Error, one.Severity);
        Assert.Equal(
            "MechanismDsl failed on 'Vickrey' with InvalidOperationException: first line second line; please report it at https://github.com/mechanismdsl/mechanismdsl/issues with the declaration",
            one.InvariantMessage());
    }

    [Fact]
    public void CancellationIsNoFault() =>
        Assert.Throws<OperationCanceledException>(() => Guard.Run("x", Location.None, _ => Assert.Fail("reported"), () => throw new OperationCanceledException()));
}
