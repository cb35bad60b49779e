namespace MechanismDsl.Theory.Data;

/// <summary>What is wrong with a file of bids; each kind is one rule of the compiler.</summary>
public enum DataFindingKind
{
    /// <summary>The file holds no bids: no text at all, or a header without rows (MECH4102).</summary>
    EmptyFile,

    /// <summary>A column that the declaration needs does not exist, or cannot be told from others (MECH4103).</summary>
    MissingColumn,

    /// <summary>A row that breaks the format, or a bid that is not a number of the report domain (MECH4104).</summary>
    MalformedRow,
}

/// <summary>A problem in a file of bids or weights, with its place and its repair.</summary>
/// <param name="Kind">Which rule it is.</param>
/// <param name="Line">Line of the file, from 0, counted as the compiler counts (also U+0085, U+2028 and U+2029 end a line).</param>
/// <param name="Column">Position in the line in UTF-16 units, from 0.</param>
/// <param name="Length">Length of the offending text in UTF-16 units; 0 where something is missing.</param>
/// <param name="Words">What is wrong and how to repair it: one clause without a full stop, numbers in invariant culture.</param>
public sealed record DataFinding(DataFindingKind Kind, int Line, int Column, int Length, string Words);
