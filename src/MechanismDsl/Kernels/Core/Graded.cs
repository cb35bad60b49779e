namespace MechanismDsl.Kernels;

/// <summary>A number Large·M + Small with M greater than every number that occurs: what is compared first decides, the rest breaks ties.</summary>
internal readonly record struct Graded(Ratio Large, Ratio Small) : IComparable<Graded>
{
    public bool IsNegative => Large.Sign < 0 || (Large.IsZero && Small.Sign < 0);

    public int CompareTo(Graded other) => Large.CompareTo(other.Large) is var order and not 0 ? order : Small.CompareTo(other.Small);

    public static Graded operator +(Graded one, Graded other) => new(one.Large + other.Large, one.Small + other.Small);

    public static Graded operator -(Graded one, Graded other) => new(one.Large - other.Large, one.Small - other.Small);

    public static Graded operator *(Graded one, Ratio factor) => new(one.Large * factor, one.Small * factor);

    public static Graded operator /(Graded one, Ratio divisor) => new(one.Large / divisor, one.Small / divisor);
}
