/** The value a byte of the model files stands for, -127 to 127: fine steps near nought, coarse ones far from it. */
export const dequantise = (byte: number, scale: number): number => ((byte * Math.abs(byte)) / 16129) * scale;
