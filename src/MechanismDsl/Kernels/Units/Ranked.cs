namespace MechanismDsl.Kernels;

/// <summary>A report as a key of its order, and who made it. The better report comes first, the lower index among equals.</summary>
internal readonly record struct Ranked(ulong Key, int Agent) : IComparable<Ranked>
{
    public int CompareTo(Ranked other) => Key != other.Key ? other.Key.CompareTo(Key) : Agent.CompareTo(other.Agent);
}
