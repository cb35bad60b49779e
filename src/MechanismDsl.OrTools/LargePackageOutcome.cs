using System.Collections.Immutable;

namespace MechanismDsl.OrTools;

/// <summary>What solved a package auction.</summary>
public enum PackageSolver
{
    /// <summary>The exact search for up to 64 goods (<see cref="Kernels.PackageSearch"/>).</summary>
    Search,

    /// <summary>The integer program (CP-SAT).</summary>
    IntegerProgram,
}

/// <summary>The outcome of a package auction, with what is proved of it.</summary>
public sealed record LargePackageOutcome
{
    /// <summary>The index of every bidder's accepted bid, −1 for none. The packages are disjoint whether the outcome is proved optimal or not.</summary>
    public required ImmutableArray<int> Accepted { get; init; }

    /// <summary>The total value of the accepted bids, in units of money.</summary>
    public required long Total { get; init; }

    /// <summary>No allocation is worth more than this; equal to <see cref="Total"/> if the allocation is proved optimal.</summary>
    public required long Bound { get; init; }

    /// <summary>
    /// What every bidder pays, in units: the best total of the others without it, minus what the others get (Clarke 1971). Null unless the allocation and
    /// every one of those totals is proved optimal; <see cref="WhyNoPayments"/> then says what is not.
    /// </summary>
    public required ImmutableArray<long>? Payments { get; init; }

    /// <summary>Why there are no payments; null if there are.</summary>
    public required string? WhyNoPayments { get; init; }

    /// <summary>What found the outcome.</summary>
    public required PackageSolver Solver { get; init; }

    /// <summary>Whether no allocation is worth more.</summary>
    public bool IsOptimal => Total == Bound;
}
