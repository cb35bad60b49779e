namespace MechanismDsl.Packaging.Tests;

/// <summary>What docs/hosts.md says of the compilers and editors in which the package works.</summary>
internal static class Hosts
{
    /// <summary>The version of the compiler's interface that the components are built against: no older compiler loads them.</summary>
    public static readonly Version Roslyn = new(4, 14, 0, 0);
}
